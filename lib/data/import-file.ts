import "server-only";
import { type CheckedRow, checkRow, readFit, readRows, type Source } from "@/lib/exchange";
import { database } from "./database";
import type { ImportState } from "./import-state";

/** The file as it was sent, piece by piece from the database. */
export const fileOf = (importId: string): Source =>
  async function* () {
    for (let position = 0; ; position++) {
      const chunk = await database().importChunk.findUnique({
        where: { importId_position: { importId, position } },
        select: { bytes: true },
      });
      if (!chunk) return;
      yield chunk.bytes;
    }
  };

export type FileRow = { number: number; cells: readonly string[]; checked: CheckedRow };

/** Every row of the file as the plan reads it, from row `from` (counted from 1) on. */
export async function* checkedRows(importId: string, { format, plan }: ImportState, from: number, now: Date): AsyncGenerator<FileRow> {
  if (format === null) {
    const sessions = readFit(await wholeOf(fileOf(importId)), { timeZone: plan.rules.timeZone, now }) ?? [];
    for (const [index, checked] of sessions.entries()) if (index + 1 >= from) yield { number: index + 1, cells: [], checked };
    return;
  }
  for await (const row of readRows(fileOf(importId), format)) {
    if (row.number >= from) yield { number: row.number, cells: row.cells, checked: checkRow(plan, row, now) };
  }
}

/** All of a small file. */
export async function wholeOf(source: Source): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const bytes of source()) pieces.push(bytes);
  return Buffer.concat(pieces);
}
