import "server-only";
import type { Columns } from "@/lib/inference";
import type { Measurements } from "@/lib/measurements/schema";
import { type AssessmentFacts, presentPredictions, readContent, readMeasurements, storedPrediction } from "./assessment-rows";
import type { Transaction } from "./database";
import { Prisma } from "./generated/client";
import { ageOnDay, modelColumns, type Person } from "./model-columns";
import { comparedWith, type LineAssessment, lineLength, rosterLine, statedZone } from "./roster-line";
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
  await transaction.assessmentSummary.deleteMany({ where: { assessmentId: { in: [...assessmentIds] } } });
  await addSummaries(
    transaction,
    rows.map((row) => {
      const { facts, measurements } = readContent(row);
      const columns = modelColumns(row.athlete, { ...facts, measurements });
      return { id: row.id, athlete: row.athlete, facts, measurements, columns };
    }),
  );
}

export type Summarised = {
  id: string;
  athlete: Person & { id: string };
  facts: AssessmentFacts;
  measurements: Measurements;
  columns: Columns;
};

/** The summaries of assessments that have none yet, in the caller's transaction. */
export async function addSummaries(transaction: Transaction, assessments: readonly Summarised[]): Promise<void> {
  await transaction.assessmentSummary.createMany({
    data: assessments.map(({ id, athlete, facts, measurements, columns }) => ({
      assessmentId: id,
      athleteId: athlete.id,
      protocol: facts.protocol,
      measuredAt: facts.measuredAt,
      sex: athlete.sex,
      age: ageOnDay(athlete, facts),
      weightKg: typeof measurements.weight_kg === "number" ? measurements.weight_kg : null,
      zone: statedZone(facts.injuryRegion),
      values: summaryValues(columns),
    })),
  });
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
 * The consents are locked: who withdraws one meanwhile waits, and then finds the line to delete. Refreshes of one athlete
 * come one after the other, so that the later one sees what the former transaction wrote. Consents before the athlete's
 * own lock, everywhere: a withdrawal holds its consent when it gets here.
 */
export async function refreshRoster(transaction: Transaction, athleteId: string): Promise<void> {
  await lockStandingConsents(transaction, athleteId);
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`roster ${athleteId}`}, 0))`;
  // Again: one may have been given while this one waited.
  const teamIds = await lockStandingConsents(transaction, athleteId);
  await transaction.rosterEntry.deleteMany({ where: { athleteId } });
  if (teamIds.length === 0) return;
  const athlete = await transaction.athlete.findUniqueOrThrow({
    where: { id: athleteId },
    select: {
      name: true,
      identifier: true,
      sex: true,
      birthDate: true,
      recalls: { select: { teamId: true, dueOn: true, setAt: true } },
      _count: { select: { assessments: true } },
    },
  });
  const line = {
    athleteId,
    name: athlete.name,
    searchName: searchName(athlete.name),
    identifier: athlete.identifier,
    sex: athlete.sex,
    birthDate: athlete.birthDate,
    assessmentCount: athlete._count.assessments,
    ...rosterLine(await newestAssessments(transaction, athleteId, athlete.birthDate)),
  };
  const dueOn = (teamId: string) => {
    const recall = athlete.recalls.find((each) => each.teamId === teamId);
    return recall && !wasSeenAfter(recall.setAt, line.lastMeasuredAt) ? recall.dueOn : null;
  };
  await transaction.rosterEntry.createMany({ data: teamIds.map((teamId) => ({ teamId, dueOn: dueOn(teamId), ...line })) });
}

async function lockStandingConsents(transaction: Transaction, athleteId: string): Promise<string[]> {
  const rows = await transaction.$queryRaw<{ teamId: string }[]>(Prisma.sql`
    SELECT "teamId" FROM "Consent" WHERE "athleteId" = ${athleteId}::uuid AND "revokedAt" IS NULL ORDER BY "id" FOR SHARE
  `);
  return rows.map(({ teamId }) => teamId);
}

async function newestAssessments(transaction: Transaction, athleteId: string, birthDate: Date): Promise<LineAssessment[]> {
  const rows = await transaction.assessment.findMany({
    where: { athleteId },
    include: { predictions: { select: storedPrediction, orderBy: { createdAt: "desc" } } },
    orderBy: [{ measuredAt: "desc" }, { id: "desc" }],
    take: lineLength,
  });
  const lines = rows.map((row) => {
    const { facts, measurements } = readContent({ ...row, measurements: [] });
    return {
      id: row.id,
      protocol: row.protocol,
      measuredAt: row.measuredAt,
      timeZone: row.timeZone,
      device: facts.device ?? null,
      injuryRegion: facts.injuryRegion ?? null,
      age: ageOnDay({ birthDate }, row),
      measurements,
      predictions: presentPredictions(row.predictions, row.revision),
    };
  });
  const read = [lines[0], comparedWith(lines)].flatMap((line) => line?.id ?? []);
  const measured = await transaction.measurement.findMany({ where: { assessmentId: { in: read } } });
  return lines.map((line) => {
    const own = measured.filter(({ assessmentId }) => assessmentId === line.id);
    return { ...line, measurements: readMeasurements(line.id, own).measurements };
  });
}

const day = (date: Date): string => date.toISOString().slice(0, 10);

/** A recall is answered by whatever was measured on a later day than the one it was set on: the visit that set it does not. */
export function wasSeenAfter(setAt: Date, lastMeasuredAt: Date | null): boolean {
  return lastMeasuredAt !== null && day(lastMeasuredAt) > day(setAt);
}
