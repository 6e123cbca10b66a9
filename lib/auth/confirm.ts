import "server-only";
import { forgetFailures, reserveAttempt } from "@/lib/data/throttle";
import { findCredentials } from "@/lib/data/users";
import type { Viewer } from "@/lib/data/viewer";
import { longestPassword, passwordMatches } from "./password";

/**
 * Whether it is the person themselves at the device: they know the password or, where they sign in with Google and have none,
 * type their address. Attempts count by person: what strangers try at sign-in locks nobody out here, nor the other way about.
 */
export async function confirmsIdentity(viewer: Viewer, typed: string): Promise<boolean> {
  const credentials = await findCredentials(viewer.email);
  if (credentials?.passwordHash === null) return typed.trim().toLowerCase() === viewer.email;
  const counted = `who is it ${viewer.userId}`;
  if ([...typed].length > longestPassword || !(await reserveAttempt(counted, new Date())).allowed) return false;
  if (!credentials || !(await passwordMatches(credentials.passwordHash, typed))) return false;
  await forgetFailures(counted);
  return true;
}

/** Whether the person has a password to confirm with. */
export async function hasPassword(viewer: Viewer): Promise<boolean> {
  return (await findCredentials(viewer.email))?.passwordHash !== null;
}
