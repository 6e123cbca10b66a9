import "server-only";
import { forgetFailures, reserveAttempt } from "@/lib/data/throttle";
import { emailSchema, findCredentials } from "@/lib/data/users";
import { log } from "@/lib/log";
import { longestPassword, passwordMatches } from "./password";

export type SignedIn = { userId: string; sessionVersion: number; email: string };

/**
 * Checks an address and password. Null for an unknown address, a wrong password and a locked address alike, and each takes
 * alike long: the same statements and one argon2 run whatever the case. The attempt counts before the password is looked at, for a
 * known `device` apart from those of strangers.
 */
export async function signInWithPassword(
  input: { email: unknown; password: unknown; device?: string | null },
  now = new Date(),
): Promise<SignedIn | null> {
  const email = emailSchema.safeParse(input.email);
  if (!email.success || typeof input.password !== "string" || [...input.password].length > longestPassword) return null;
  const counted = input.device ? `device ${input.device}` : email.data;
  const [{ allowed }, credentials] = await Promise.all([reserveAttempt(counted, now), findCredentials(email.data)]);
  const matches = await passwordMatches(credentials?.passwordHash ?? null, input.password);
  if (!allowed || !matches || !credentials) {
    // Whether anybody has the address is not for the log either.
    log.warn({ locked: !allowed, knownDevice: Boolean(input.device) }, "a sign-in was refused");
    return null;
  }
  await forgetFailures(counted);
  return { userId: credentials.userId, sessionVersion: credentials.sessionVersion, email: email.data };
}
