import "server-only";
import type { Transaction } from "./database";
import { Prisma } from "./generated/client";
import { uuidOrNone } from "./ids";
import type { Statements } from "./statements";
import type { Viewer } from "./viewer";

// Who waits for whom. Whatever holds several of these asks for them in this order, or two wait for each other: people who sign
// in, athletes' records, the consents that stand for a record, the lines that rosters have of it, and then what lies in it.

/**
 * Holds athletes' records until the transaction ends, always in the same order: whatever is being written for one of them is
 * finished before this returns, and what comes later sees what this transaction did.
 */
export async function lockRecords(transaction: Transaction, athleteIds: readonly string[]): Promise<void> {
  for (const id of athleteIds.map(uuidOrNone).toSorted()) {
    await transaction.$queryRaw`SELECT 1 FROM "Athlete" WHERE "id" = ${id}::uuid FOR UPDATE`;
  }
}

/** Holds the consents that stand for teams until the transaction ends: whatever is being written by any of them is finished before this returns. */
export async function lockTeamConsents(transaction: Transaction, teamIds: readonly string[]): Promise<void> {
  await transaction.$queryRaw`
    SELECT 1 FROM "Consent" WHERE "teamId" = ANY(${teamIds}::uuid[]) AND "revokedAt" IS NULL ORDER BY "id" FOR UPDATE`;
}

/**
 * Holds a record for a viewer who writes into it, until the transaction ends, and its roster lines for nobody else to write. A merge,
 * a withdrawal or an erasure waits, or was before this and is seen by the next statement.
 */
export async function holdRecord(transaction: Statements, viewer: Viewer, athleteId: string): Promise<void> {
  const id = uuidOrNone(athleteId);
  // Each is asked for when the one before is held. What is written names the viewer, which holds their row in any case.
  await transaction.$executeRaw`
    WITH writer AS (SELECT FROM "User" WHERE "id" = ${viewer.userId}::uuid FOR KEY SHARE),
    record AS (SELECT "id" FROM "Athlete" WHERE "id" = ${id}::uuid AND EXISTS (SELECT FROM writer) FOR KEY SHARE),
    held AS (${standingConsents(Prisma.sql`(SELECT "id" FROM record)`)})
    SELECT ${linesLock(id)} FROM (SELECT count(*) FROM held) AS all_held`;
}

/** Holds an athlete's roster lines for nobody else to write, and the consents they depend on, until the transaction ends. */
export async function holdLines(transaction: Statements, athleteId: string): Promise<void> {
  // Counted first: the lock is asked for when all consents are held.
  await transaction.$executeRaw`
    WITH held AS (${standingConsents(Prisma.sql`${athleteId}::uuid`)})
    SELECT ${linesLock(athleteId)} FROM (SELECT count(*) FROM held) AS all_held`;
}

/** SQL: the consents of an athlete (SQL of their id) that stand, held until the transaction ends. */
export function standingConsents(athleteId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT "teamId" FROM "Consent" WHERE "athleteId" = ${athleteId} AND "revokedAt" IS NULL ORDER BY "id" FOR SHARE`;
}

const linesLock = (athleteId: string): Prisma.Sql =>
  Prisma.sql`pg_advisory_xact_lock(hashtextextended(${`roster ${uuidOrNone(athleteId)}`}, 0))`;
