import "server-only";
import { z } from "zod";
import { type Columns, type ModelPrediction, predict } from "@/lib/inference";
import type { Measurements } from "@/lib/measurements/schema";
import { fail, type Result, succeed } from "@/lib/result";
import {
  type AssessmentFacts,
  factsFromRow,
  factsToRow,
  measurementRows,
  measurementsFromRows,
  predictionRow,
  presentPredictions,
  snapshot,
} from "./assessment-rows";
import { audit } from "./audit";
import { database } from "./database";
import { isUniqueViolation } from "./errors";
import type { Prisma } from "./generated/client";
import { ageOnDay, dateText, modelColumns } from "./model-columns";
import { permittedAthletes } from "./permissions";
import type { Viewer } from "./viewer";

export type AssessmentInput = AssessmentFacts & { submissionId: string; measurements: Measurements };

/** `under_age`: the athlete was under 18 on the day of the assessment. */
export type RecordFailure = "not_permitted" | "under_age";
export type CorrectFailure = RecordFailure | "changed_meanwhile";

const adultAge = 18;

const athleteSelect = { id: true, userId: true, name: true, birthDate: true, sex: true } as const;

/**
 * Stores an assessment with its measurements and every model's answer, all or nothing.
 * The same submission again (double tap, retry after a lost answer) returns the first one's id and stores nothing.
 */
export async function record(
  viewer: Viewer,
  input: AssessmentInput & { athleteId: string },
): Promise<Result<{ id: string }, RecordFailure>> {
  const athlete = await writableAthlete(viewer, input.athleteId);
  if (!athlete) return fail("not_permitted");
  if (ageOnDay(athlete, input) < adultAge) return fail("under_age");
  const columns = modelColumns(athlete, input);
  const predictions = await predict({ protocol: input.protocol, reason: input.reason, columns });
  try {
    const id = await database().$transaction(async (transaction) => {
      const created = await transaction.assessment.create({
        data: { ...factsToRow(input), athleteId: athlete.id, submissionId: input.submissionId, recordedById: viewer.userId },
        select: { id: true },
      });
      await writeContent(transaction, created.id, 0, { measurements: input.measurements, columns, predictions });
      await audit(transaction, { actor: viewer.userId, subject: athlete.userId, action: "assessment.recorded", target: created.id });
      return created.id;
    });
    return succeed({ id });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const first = await database().assessment.findUniqueOrThrow({
      where: { athleteId_submissionId: { athleteId: athlete.id, submissionId: input.submissionId } },
      select: { id: true },
    });
    return succeed(first);
  }
}

/**
 * Replaces an assessment's content, keeps what it replaced as a revision and adds the models' answers to the new content.
 * `revision` is the one the person was looking at: where somebody corrected it since, nothing is written.
 */
export async function correct(
  viewer: Viewer,
  id: string,
  input: Omit<AssessmentInput, "submissionId"> & { revision: number },
): Promise<Result<{ id: string }, CorrectFailure>> {
  const current = await database().assessment.findFirst({
    where: { id: uuidOrNone(id), athlete: permittedAthletes(viewer, "record") },
    include: { measurements: true, athlete: { select: athleteSelect } },
  });
  if (!current) return fail("not_permitted");
  if (current.revision !== input.revision) return fail("changed_meanwhile");
  if (ageOnDay(current.athlete, input) < adultAge) return fail("under_age");
  const columns = modelColumns(current.athlete, input);
  const predictions = await predict({ protocol: input.protocol, reason: input.reason, columns });
  const revision = input.revision + 1;
  const written = await database().$transaction(async (transaction) => {
    const { count } = await transaction.assessment.updateMany({
      where: { id, revision: input.revision },
      data: { ...factsToRow(input), revision },
    });
    if (count === 0) return false;
    await transaction.assessmentRevision.create({
      data: { assessmentId: id, revision: input.revision, before: snapshot(current), replacedById: viewer.userId },
    });
    await transaction.measurement.deleteMany({ where: { assessmentId: id } });
    await writeContent(transaction, id, revision, { measurements: input.measurements, columns, predictions });
    await audit(transaction, { actor: viewer.userId, subject: current.athlete.userId, action: "assessment.corrected", target: id });
    return true;
  });
  return written ? succeed({ id }) : fail("changed_meanwhile");
}

/** Deletes an assessment with everything that hangs on it. False where there is none that the viewer may write. */
export async function remove(viewer: Viewer, id: string): Promise<boolean> {
  return database().$transaction(async (transaction) => {
    const assessment = await transaction.assessment.findFirst({
      where: { id: uuidOrNone(id), athlete: permittedAthletes(viewer, "record") },
      select: { id: true, athlete: { select: { userId: true } } },
    });
    if (!assessment) return false;
    await transaction.assessment.deleteMany({ where: { id: assessment.id } });
    await audit(transaction, { actor: viewer.userId, subject: assessment.athlete.userId, action: "assessment.deleted", target: id });
    return true;
  });
}

export type AssessmentDetail = AssessmentFacts & {
  id: string;
  revision: number;
  createdAt: Date;
  recordedBy: { name: string; self: boolean } | null;
  athlete: { id: string; name: string; birthDate: string; sex: "female" | "male"; ageAtAssessment: number };
  measurements: Measurements;
  /** What the models are asked with: the measurements, what follows from them, sex and age. */
  modelColumns: Columns;
  /** Answers to the present revision, one per model. */
  predictions: ModelPrediction[];
  corrections: { replacedAt: Date; by: string | null }[];
  mayWrite: boolean;
};

/** An assessment with its answers, or null where there is none that the viewer may see. */
export async function read(viewer: Viewer, id: string): Promise<AssessmentDetail | null> {
  const row = await database().assessment.findFirst({
    where: { id: uuidOrNone(id), athlete: permittedAthletes(viewer, "view") },
    include: {
      measurements: true,
      predictions: { orderBy: { createdAt: "desc" } },
      athlete: { select: athleteSelect },
      recordedBy: { select: { id: true, name: true } },
      revisions: { select: { replacedAt: true, replacedBy: { select: { name: true } } }, orderBy: { revision: "desc" } },
    },
  });
  if (!row) return null;
  const own = row.athlete.userId === viewer.userId;
  if (!own)
    await database().$transaction((transaction) =>
      audit(transaction, { actor: viewer.userId, subject: row.athlete.userId, action: "assessment.viewed", target: id }),
    );
  const facts = factsFromRow(row);
  const measurements = measurementsFromRows(row.measurements);
  return {
    ...facts,
    id: row.id,
    revision: row.revision,
    createdAt: row.createdAt,
    recordedBy: row.recordedBy && { name: row.recordedBy.name, self: row.recordedBy.id === viewer.userId },
    athlete: {
      id: row.athlete.id,
      name: row.athlete.name,
      birthDate: dateText(row.athlete.birthDate),
      sex: row.athlete.sex,
      ageAtAssessment: ageOnDay(row.athlete, row),
    },
    measurements,
    modelColumns: modelColumns(row.athlete, { ...facts, measurements }),
    predictions: presentPredictions(row.predictions, row.revision),
    corrections: row.revisions.map(({ replacedAt, replacedBy }) => ({ replacedAt, by: replacedBy?.name ?? null })),
    mayWrite: own || (await writableAthlete(viewer, row.athlete.id)) !== null,
  };
}

export type AssessmentSummary = {
  id: string;
  protocol: "walk" | "run";
  measuredAt: Date;
  timeZone: string;
  ageAtAssessment: number;
  measurements: Measurements;
  predictions: ModelPrediction[];
};

/** An athlete's assessments, newest first, `limit` at most; empty where the viewer may not see them. */
export async function list(viewer: Viewer, athleteId: string, limit = 200): Promise<AssessmentSummary[]> {
  const rows = await database().assessment.findMany({
    where: { athlete: { AND: [{ id: uuidOrNone(athleteId) }, permittedAthletes(viewer, "view")] } },
    include: { measurements: true, predictions: { orderBy: { createdAt: "desc" } }, athlete: { select: athleteSelect } },
    orderBy: [{ measuredAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map((row) => ({
    id: row.id,
    protocol: row.protocol,
    measuredAt: row.measuredAt,
    timeZone: row.timeZone,
    ageAtAssessment: ageOnDay(row.athlete, row),
    measurements: measurementsFromRows(row.measurements),
    predictions: presentPredictions(row.predictions, row.revision),
  }));
}

/** Adds the answers of models (or versions) that have none yet for the present revision; returns how many were added. */
export async function predictAgain(viewer: Viewer, id: string): Promise<Result<{ added: number }, "not_permitted">> {
  const row = await database().assessment.findFirst({
    where: { id: uuidOrNone(id), athlete: permittedAthletes(viewer, "record") },
    include: {
      measurements: true,
      predictions: { select: { model: true, version: true, revision: true } },
      athlete: { select: athleteSelect },
    },
  });
  if (!row) return fail("not_permitted");
  const facts = factsFromRow(row);
  const known = new Set(
    row.predictions.filter((entry) => entry.revision === row.revision).map((entry) => `${entry.model}@${entry.version}`),
  );
  const columns = modelColumns(row.athlete, { ...facts, measurements: measurementsFromRows(row.measurements) });
  const fresh = (await predict({ protocol: facts.protocol, reason: facts.reason, columns })).filter(
    (entry) => !known.has(`${entry.model}@${entry.version}`),
  );
  await database().$transaction(async (transaction) => {
    await transaction.prediction.createMany({
      data: fresh.map((entry) => predictionRow(id, row.revision, entry, columns)),
      skipDuplicates: true,
    });
    await audit(transaction, { actor: viewer.userId, subject: row.athlete.userId, action: "assessment.predicted", target: id });
  });
  return succeed({ added: fresh.length });
}

/** What the form needs to correct an assessment, or null where there is none that the viewer may write. */
export async function readForEdit(viewer: Viewer, id: string): Promise<AssessmentDetail | null> {
  const detail = await read(viewer, id);
  return detail?.mayWrite ? detail : null;
}

type Content = { measurements: Measurements; columns: Columns; predictions: readonly ModelPrediction[] };

async function writeContent(transaction: Prisma.TransactionClient, id: string, revision: number, content: Content): Promise<void> {
  await transaction.measurement.createMany({ data: measurementRows(id, content.measurements) });
  await transaction.prediction.createMany({
    data: content.predictions.map((entry) => predictionRow(id, revision, entry, content.columns)),
  });
}

async function writableAthlete(viewer: Viewer, athleteId: string) {
  return database().athlete.findFirst({
    where: { AND: [{ id: uuidOrNone(athleteId) }, permittedAthletes(viewer, "record")] },
    select: athleteSelect,
  });
}

const noId = "00000000-0000-0000-0000-000000000000";

/** An id from an address may be any text, and the database takes only uuids: what is none is found nowhere. */
function uuidOrNone(id: string): string {
  return z.guid().catch(noId).parse(id);
}
