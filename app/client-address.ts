import { headers } from "next/headers";
import { environment } from "@/lib/env";

/** Whoever asks, as far as it can be told: the proxy's word where one is trusted. For limits alone, and never kept as it is. */
export async function clientAddress(): Promise<string> {
  const request = await headers();
  const forwarded = environment().AUTH_TRUST_HOST ? request.get("x-forwarded-for")?.split(",")[0]?.trim() : undefined;
  return forwarded || "unknown";
}
