import "server-only";
import { randomBytes, randomInt } from "node:crypto";
import { z } from "zod";

const idSchema = z.guid().toLowerCase().catch("00000000-0000-0000-0000-000000000000");

/** An id from an address may be any text, and the database takes only uuids: what is none is found nowhere. */
export function uuidOrNone(id: string): string {
  return idSchema.parse(id);
}

let lastTime = 0;
let sequence = 0;

/** A UUID of version 7 (RFC 9562) whose order is the order in which this process made them. */
export function timeOrderedId(): string {
  const now = Date.now();
  sequence = now > lastTime ? 0 : sequence + 1;
  // Past the counter's end the clock is taken ahead.
  if (sequence > 0xfff) {
    sequence = 0;
    lastTime++;
  }
  lastTime = Math.max(now, lastTime);
  const time = lastTime.toString(16).padStart(12, "0");
  const variant = ((randomInt(0x4000) | 0x8000) >>> 0).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, "0")}-${variant}-${randomBytes(6).toString("hex")}`;
}
