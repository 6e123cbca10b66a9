import { createHash } from "node:crypto";
import { toRows } from "@/lib/measurements/rows";
import type { Measurements } from "@/lib/measurements/schema";
import type { Protocol } from "@/lib/measurements/vocabulary";

/** What makes two rows of one athlete the same assessment: when, walking or running, and every value as it is stored. */
export function contentHash(measured: { protocol: Protocol; measuredAt: Date; measurements: Measurements }): string {
  const rows = toRows(measured.measurements).map(({ field, side, value }) => `${field} ${side} ${value}`);
  return createHash("sha256")
    .update(JSON.stringify([measured.protocol, measured.measuredAt.toISOString(), rows.toSorted()]))
    .digest("hex");
}

/** An id made of a hash: the same for the same. A UUID of version 8, which RFC 9562 leaves to whoever makes it. */
export function uuidOf(hash: string): string {
  const hex = `${hash.slice(0, 12)}8${hash.slice(13, 16)}${((Number.parseInt(hash.slice(16, 17), 16) & 3) | 8).toString(16)}${hash.slice(17, 32)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
