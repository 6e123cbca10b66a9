import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { keepAnswer, releaseKey, reserveKey } from "@/lib/data/idempotency";
import { Problem } from "./problem";

// A request that stores something may name itself (draft-ietf-httpapi-idempotency-key-header): sent again, it stores nothing more.

/** What may stand in Idempotency-Key: a quoted string, or the same bare. */
export const keyPattern = /^(?:"([\x20\x21\x23-\x7e]{1,255})"|([\x21\x23-\x7e]{1,255}))$/;

/** What a request makes, by id. `submissionId` is the same for the same request under the same key, wherever the first try broke off. */
export type Making = (submissionId: string) => Promise<{ made: string }>;

type Named = { tokenId: string; request: Request; bytes: Uint8Array };

/** Makes something once per key. Where the key was answered before, what was made then, and `replayed`. Throws the problem where it is another request's, or is being answered. */
export async function once({ tokenId, request, bytes }: Named, make: Making): Promise<{ made: string; replayed: boolean }> {
  const key = keyOf(request);
  if (key === null) return { ...(await make(randomUUID())), replayed: false };
  const requestHash = createHash("sha256")
    .update(`${request.method} ${new URL(request.url).pathname}\n`)
    .update(bytes)
    .digest("hex");
  const reservation = await reserveKey(tokenId, key, requestHash);
  switch (reservation.kind) {
    case "kept":
      return { made: reservation.answer.made, replayed: true };
    case "other_request":
      throw new Problem("key_reused");
    case "busy":
      throw new Problem("in_progress", { headers: { "Retry-After": "1" } });
    case "fresh":
      return { ...(await makeFresh({ tokenId, key }, () => make(uuidOf(`${tokenId} ${key} ${requestHash}`)))), replayed: false };
  }
}

async function makeFresh({ tokenId, key }: { tokenId: string; key: string }, make: () => Promise<{ made: string }>) {
  try {
    const { made } = await make();
    await keepAnswer(tokenId, key, { status: 201, made });
    return { made };
  } catch (error) {
    await releaseKey(tokenId, key);
    throw error;
  }
}

/** The key, bare or as a quoted string; null where none is named. */
function keyOf(request: Request): string | null {
  const header = request.headers.get("idempotency-key");
  if (header === null) return null;
  const [, quoted, bare] = keyPattern.exec(header.trim()) ?? [];
  const key = quoted ?? bare;
  if (key === undefined) throw new Problem("invalid_header", { detail: "Idempotency-Key: 1 to 255 visible characters of ASCII." });
  return key;
}

/** A UUID of version 8 (RFC 9562) that a text always has. */
function uuidOf(text: string): string {
  const hash = createHash("sha256").update(text).digest("hex");
  const variant = ((Number.parseInt(hash.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(18, 20)}-${hash.slice(20, 32)}`;
}
