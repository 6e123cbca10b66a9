import "server-only";
import { countFailure, forgetFailures, isLocked } from "@/lib/data/throttle";
import { emailSchema, findCredentials } from "@/lib/data/users";
import { longestPassword, passwordMatches } from "./password";

export type SignedIn = { userId: string; sessionVersion: number };

/**
 * Checks an address and password. Null for an unknown address, a wrong password and a locked address alike, and each takes
 * alike long: the same statements and one argon2 run whatever the case.
 */
export async function signInWithPassword(input: { email: unknown; password: unknown }, now = new Date()): Promise<SignedIn | null> {
  const email = emailSchema.safeParse(input.email);
  if (!email.success || typeof input.password !== "string" || input.password.length > longestPassword) return null;
  const [locked, credentials] = await Promise.all([isLocked(email.data, now), findCredentials(email.data)]);
  const matches = await passwordMatches(credentials?.passwordHash ?? null, input.password);
  if (!matches || locked || !credentials) {
    await countFailure(email.data, now);
    return null;
  }
  await forgetFailures(email.data);
  return { userId: credentials.userId, sessionVersion: credentials.sessionVersion };
}
