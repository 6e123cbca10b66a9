import "server-only";
import type { Columns } from "@/lib/inference";
import type { Measurements } from "@/lib/measurements/schema";
import { type AssessmentFacts, readContent } from "./assessment-rows";
import type { Transaction } from "./database";
import { Prisma } from "./generated/client";
import { insertion, replacement, writeTogether } from "./insertion";
import { ageOnDay, modelColumns, type Person } from "./model-columns";
import { holdLines } from "./record-locks";
import { rosterLine, statedZone } from "./roster-line";
import { type RosterSource, rosterSource } from "./roster-source";
import { searchName } from "./search-name";
import { summaryValues } from "./summary-values";

// What is kept twice so that rosters and cohorts need not read everything: each is brought up to date in the transaction that
// writes what it sums up.

/** Brings an assessment's row in AssessmentSummary up to date, in the caller's transaction. Nothing to do for one that is gone. */
export async function summariseAssessment(transaction: Transaction, assessmentId: string): Promise<void> {
  await summariseAssessments(transaction, [assessmentId]);
}

/** {@link summariseAssessment} for several. */
export async function summariseAssessments(transaction: Transaction, assessmentIds: readonly string[]): Promise<void> {
  const rows = await transaction.assessment.findMany({
    where: { id: { in: [...assessmentIds] } },
    include: { measurements: true, athlete: true },
  });
  const summarised = rows.map((row) => {
    const { facts, measurements } = readContent(row);
    const columns = modelColumns(row.athlete, { ...facts, measurements });
    return { id: row.id, athlete: row.athlete, facts, measurements, columns };
  });
  await transaction.assessmentSummary.deleteMany({ where: { assessmentId: { in: [...assessmentIds] } } });
  if (summarised.length > 0) await transaction.$executeRaw(summaryInsertion(summarised));
}

export type Summarised = {
  id: string;
  athlete: Person & { id: string };
  facts: AssessmentFacts;
  measurements: Measurements;
  columns: Columns;
};

/** SQL: the summaries of assessments that have none yet. */
export function summaryInsertion(assessments: readonly Summarised[]): Prisma.Sql {
  const rows = assessments.map(({ id, athlete, facts, measurements, columns }) => ({
    assessmentId: id,
    athleteId: athlete.id,
    protocol: facts.protocol,
    measuredAt: facts.measuredAt,
    sex: athlete.sex,
    age: ageOnDay(athlete, facts),
    weightKg: typeof measurements.weight_kg === "number" ? measurements.weight_kg : null,
    zone: statedZone(facts.injuryRegion),
    values: summaryValues(columns),
  }));
  return insertion("AssessmentSummary", rows);
}

/** Brings all of an athlete's summaries and roster lines up to date: for when their birth date or sex changed, or assessments moved to them. */
export async function summariseAthlete(transaction: Transaction, athleteId: string): Promise<void> {
  const assessments = await transaction.assessment.findMany({ where: { athleteId }, select: { id: true } });
  await summariseAssessments(
    transaction,
    assessments.map(({ id }) => id),
  );
  await refreshRoster(transaction, athleteId);
}

/**
 * Brings an athlete's lines in the rosters of all teams with a standing consent up to date, in the caller's transaction.
 *
 * Who withdraws a consent meanwhile waits, and then finds the line to delete. Refreshes of one athlete come one after the
 * other, so that the later one sees what the former transaction wrote.
 */
export async function refreshRoster(transaction: Transaction, athleteId: string): Promise<void> {
  await holdLines(transaction, athleteId);
  // The consents again: one may have been given while this one waited.
  const source = await rosterSource(transaction, athleteId);
  if (source) await writeTogether(transaction, rosterLines(athleteId, source));
}

/** SQL: an athlete's lines as they follow from the source, in the place of those that are there. */
export function rosterLines(athleteId: string, { teams, newest, ...athlete }: RosterSource): Prisma.Sql[] {
  const line = { ...athlete, athleteId, searchName: searchName(athlete.name), ...rosterLine(newest), updatedAt: new Date() };
  const rows = teams.map(({ id, recall }) => ({
    ...line,
    teamId: id,
    dueOn: recall && !wasSeenAfter(recall.setAt, line.lastMeasuredAt) ? recall.dueOn : null,
  }));
  const teamIds = teams.map(({ id }) => id);
  return [
    Prisma.sql`DELETE FROM "RosterEntry" WHERE "athleteId" = ${athleteId}::uuid AND "teamId" <> ALL(${teamIds}::uuid[])`,
    ...(rows.length > 0 ? [replacement("RosterEntry", rows, ["teamId", "athleteId"])] : []),
  ];
}

const day = (date: Date): string => date.toISOString().slice(0, 10);

/** A recall is answered by whatever was measured on a later day than the one it was set on: the visit that set it does not. */
export function wasSeenAfter(setAt: Date, lastMeasuredAt: Date | null): boolean {
  return lastMeasuredAt !== null && day(lastMeasuredAt) > day(setAt);
}
