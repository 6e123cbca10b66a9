import { headers } from "next/headers";
import { environment } from "@/lib/env";

/**
 * Where people reach this installation, without a slash at the end: for links that leave it. The address it was started with,
 * else the request's own, which the proxy says where one is trusted.
 */
export async function siteAddress(): Promise<string> {
  const { NEXTAUTH_URL, AUTH_TRUST_HOST } = environment();
  if (NEXTAUTH_URL) return new URL(NEXTAUTH_URL).origin;
  const request = await headers();
  const forwarded = (name: string) => (AUTH_TRUST_HOST ? request.get(name)?.split(",")[0]?.trim() : undefined);
  const host = forwarded("x-forwarded-host") ?? request.get("host") ?? "localhost:3000";
  const scheme = forwarded("x-forwarded-proto") ?? (AUTH_TRUST_HOST ? "https" : "http");
  return `${scheme === "http" ? "http" : "https"}://${host}`;
}
