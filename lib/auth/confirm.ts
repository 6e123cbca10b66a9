import "server-only";
import { findCredentials } from "@/lib/data/users";
import type { Viewer } from "@/lib/data/viewer";
import { signInWithPassword } from "./sign-in";

/**
 * Whether it is the person themselves at the device: they know the password or, where they sign in with Google and have none,
 * type their address. Attempts count as at sign-in.
 */
export async function confirmsIdentity(viewer: Viewer, typed: string): Promise<boolean> {
  const credentials = await findCredentials(viewer.email);
  if (credentials?.passwordHash === null) return typed.trim().toLowerCase() === viewer.email;
  return (await signInWithPassword({ email: viewer.email, password: typed }))?.userId === viewer.userId;
}

/** Whether the person has a password to confirm with. */
export async function hasPassword(viewer: Viewer): Promise<boolean> {
  return (await findCredentials(viewer.email))?.passwordHash !== null;
}
