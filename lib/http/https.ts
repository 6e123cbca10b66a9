import { environment } from "@/lib/env";

/** For a year, browsers ask for nothing of this site but by https. */
export const strictTransport = "max-age=31536000; includeSubDomains";

/** Whether people reach this server by https: by the address it was given, else by what a trusted proxy says of the request. */
export function reachedByHttps(header: (name: string) => string | null | undefined): boolean {
  const { NEXTAUTH_URL, AUTH_TRUST_HOST } = environment();
  if (NEXTAUTH_URL) return NEXTAUTH_URL.startsWith("https://");
  return AUTH_TRUST_HOST === true && header("x-forwarded-proto")?.split(",")[0]?.trim() === "https";
}
