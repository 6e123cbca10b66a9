import "server-only";
import { forgetFailures, reserveAttempt } from "@/lib/data/throttle";
import { findCredentials } from "@/lib/data/users";
import type { Viewer } from "@/lib/data/viewer";
import { longestPassword, passwordMatches } from "./password";
import { sessionClaims } from "./viewer";

/** How fresh a session without a password behind it has to be. */
const freshMinutes = 10;

/** `signInAgain`: nothing they could type would show it; what shows it is a session that was begun just now. */
export type Confirmation = "confirmed" | "wrong" | "signInAgain";

/**
 * Whether it is the person themselves at the device: they know the password or, where they sign in with Google and have none, have
 * just signed in, with their second factor if they have one, and type their address so that they know what they do. Attempts count
 * by person: what strangers try at sign-in locks nobody out here, nor the other way about.
 */
export async function confirmIdentity(viewer: Viewer, typed: string): Promise<Confirmation> {
  const credentials = await findCredentials(viewer.email);
  if (credentials?.passwordHash === null) return confirmFreshly(viewer, typed);
  const counted = `who is it ${viewer.userId}`;
  if ([...typed].length > longestPassword || !(await reserveAttempt(counted, new Date())).allowed) return "wrong";
  if (!credentials || !(await passwordMatches(credentials.passwordHash, typed))) return "wrong";
  await forgetFailures(counted);
  return "confirmed";
}

async function confirmFreshly(viewer: Viewer, typed: string): Promise<Confirmation> {
  const session = await sessionClaims();
  if (session?.userId !== viewer.userId || session.startedAt < Date.now() - freshMinutes * 60_000) return "signInAgain";
  return typed.trim().toLowerCase() === viewer.email ? "confirmed" : "wrong";
}

/** Whether the person has a password to confirm with. */
export async function hasPassword(viewer: Viewer): Promise<boolean> {
  return (await findCredentials(viewer.email))?.passwordHash !== null;
}
