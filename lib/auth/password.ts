import "server-only";
import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

// OWASP Password Storage Cheat Sheet: argon2id (the library's default), 19 MiB of memory, two iterations, one lane.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Fewest characters a new password has; long beats complicated (NIST SP 800-63B). The most that is hashed is `longestPassword`. */
export const shortestPassword = 10;
export const longestPassword = 200;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), parameters);
}

let decoy: Promise<string> | undefined;

/** Whether the password is the one hashed; without a hash it takes as long and is false, so that nobody learns who has an account. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(24).toString("base64"));
  const matches = await verify(passwordHash ?? (await decoy), password.normalize("NFKC"));
  return matches && passwordHash !== null;
}
