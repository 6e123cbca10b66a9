import "server-only";
import { headers } from "next/headers";
import { environment } from "@/lib/env";
import { requestContext } from "@/lib/http/request-context";
import { clientNetwork } from "./client-network";

/**
 * Whoever asks, as far as it can be told: what App Engine itself says, else the last address that a trusted proxy added (those
 * before it are the client's own words), else the other end of the connection. For limits alone, and never kept as it is.
 */
export function clientAddressOf(header: (name: string) => string | null): string {
  return clientNetwork(addressOf(header) || "unknown");
}

/** As {@link clientAddressOf}, of the request that a page or an action answers. */
export async function clientAddress(): Promise<string> {
  const request = await headers();
  return clientAddressOf((name) => request.get(name));
}

function addressOf(header: (name: string) => string | null): string | null | undefined {
  if (process.env.GAE_SERVICE) return header("x-appengine-user-ip");
  const forwarded = environment().AUTH_TRUST_HOST ? header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return forwarded || requestContext().getStore()?.peer;
}
