import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** How long a link that invites or offers may be used. */
export const linkDays = 14;

const day = 24 * 60 * 60_000;

/** A token of 256 bits for a link, and what is kept of it: the token itself is shown once and stored nowhere. */
export function newToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashOfToken(token) };
}

/** SHA-256 in hex: enough for what nobody can guess. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export function linkExpiry(now = new Date()): Date {
  return new Date(now.getTime() + linkDays * day);
}

/** The condition under which a link may still be used. */
export function openLink(now = new Date()): { acceptedAt: null; revokedAt: null; expiresAt: { gt: Date } } {
  return { acceptedAt: null, revokedAt: null, expiresAt: { gt: now } };
}
