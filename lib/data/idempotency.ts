import "server-only";
import { z } from "zod";
import { database } from "./database";

// Requests that name a key, so that the same one sent again stores nothing more. Of an answer only its status and what it made
// are kept: whoever asks again reads that anew, with the permission of that moment.

const hour = 60 * 60_000;
/** For how long a key is known. */
export const keyHours = 24;
/** After that long without an answer the first request is taken for dead, and another may try: what it makes has the same id, so none is made twice. */
const patience = 20_000;

const answerSchema = z.object({ made: z.string() });

export type KeptAnswer = { status: number; made: string };

/** `fresh`: answer it, then {@link keepAnswer} or {@link releaseKey}. `kept`: it was answered. `other_request`: the key is another request's. `busy`: it is being answered. */
export type Reservation = { kind: "fresh" } | { kind: "kept"; answer: KeptAnswer } | { kind: "other_request" } | { kind: "busy" };

/** Takes a token's key for a request, of many at once for one of them. For lib/api only. */
export async function reserveKey(tokenId: string, key: string, requestHash: string, now = new Date()): Promise<Reservation> {
  await forgetKeys(now);
  const { count } = await database().idempotencyKey.createMany({
    data: [{ tokenId, key, requestHash, createdAt: now }],
    skipDuplicates: true,
  });
  if (count === 1) return { kind: "fresh" };
  const known = await database().idempotencyKey.findUnique({ where: { tokenId_key: { tokenId, key } } });
  if (!known) return { kind: "busy" };
  if (known.requestHash !== requestHash) return { kind: "other_request" };
  if (known.status !== null) return { kind: "kept", answer: { status: known.status, ...answerSchema.parse(known.answer) } };
  if (known.createdAt.getTime() > now.getTime() - patience) return { kind: "busy" };
  const taken = await database().idempotencyKey.updateMany({
    where: { tokenId, key, status: null, createdAt: known.createdAt },
    data: { createdAt: now },
  });
  return taken.count === 1 ? { kind: "fresh" } : { kind: "busy" };
}

/** Keeps what a request was answered. For lib/api only. */
export async function keepAnswer(tokenId: string, key: string, { status, made }: KeptAnswer): Promise<void> {
  await database().idempotencyKey.updateMany({ where: { tokenId, key }, data: { status, answer: { made } } });
}

/** Gives a key back whose request stored nothing: it may be sent again, corrected. For lib/api only. */
export async function releaseKey(tokenId: string, key: string): Promise<void> {
  await database().idempotencyKey.deleteMany({ where: { tokenId, key, status: null } });
}

async function forgetKeys(now: Date): Promise<void> {
  await database().idempotencyKey.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - keyHours * hour) } } });
}
