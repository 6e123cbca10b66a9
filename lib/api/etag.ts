import "server-only";
import { createHash } from "node:crypto";

/** A strong validator of a representation: the same bytes, the same tag. */
export function etagOf(text: string): string {
  return `"${createHash("sha256").update(text).digest("base64url")}"`;
}

/** Whether If-None-Match names what there is (RFC 9110, weak comparison). */
export function isKnown(header: string | null, etag: string): boolean {
  if (header === null) return false;
  if (header.trim() === "*") return true;
  return header.split(",").some((each) => each.trim().replace(/^W\//, "") === etag);
}
