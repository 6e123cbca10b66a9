import "server-only";
import { headers } from "next/headers";
import { environment } from "@/lib/env";
import { requestContext } from "@/lib/http/request-context";

/**
 * Whoever asks, as far as it can be told: what App Engine itself says, else the last address that a trusted proxy added (those
 * before it are the client's own words), else the other end of the connection. For limits alone, and never kept as it is.
 */
export async function clientAddress(): Promise<string> {
  const request = await headers();
  if (process.env.GAE_SERVICE) return request.get("x-appengine-user-ip") ?? "unknown";
  const forwarded = environment().AUTH_TRUST_HOST ? request.get("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return forwarded || requestContext().getStore()?.peer || "unknown";
}
