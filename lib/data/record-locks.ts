import "server-only";
import type { Transaction } from "./database";
import { uuidOrNone } from "./ids";

/**
 * Holds athletes' records until the transaction ends, always in the same order: whatever is being written for one of them is
 * finished before this returns, and what comes later sees what this transaction did.
 */
export async function lockRecords(transaction: Transaction, athleteIds: readonly string[]): Promise<void> {
  for (const id of athleteIds.map(uuidOrNone).toSorted()) {
    await transaction.$queryRaw`SELECT 1 FROM "Athlete" WHERE "id" = ${id}::uuid FOR UPDATE`;
  }
}
