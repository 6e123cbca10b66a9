import "server-only";
import type { Columns, ModelPrediction } from "@/lib/inference";
import type { Measurements } from "@/lib/measurements/schema";
import { type AssessmentFacts, factsToRow, measurementRows, predictionRow } from "./assessment-rows";
import { traces } from "./audit";
import type { Transaction } from "./database";
import type { Prisma } from "./generated/client";
import { timeOrderedId } from "./ids";
import { insertion, writeTogether } from "./insertion";
import type { Person } from "./model-columns";
import { refreshRoster, summaryInsertion } from "./summaries";
import type { Viewer } from "./viewer";

/** An assessment that may be written: its athlete is permitted and of age, the models have answered. */
export type NewAssessment = {
  athlete: Person & { id: string; userId: string | null };
  submissionId: string;
  facts: AssessmentFacts;
  measurements: Measurements;
  columns: Columns;
  predictions: readonly ModelPrediction[];
};

/**
 * Writes assessments with all that hangs on them (measurements, predictions, summaries, roster lines, the trace of it) in the
 * caller's transaction, and returns their ids in order. The one way in: forms, files and programs end here. With `rosterLater`
 * the caller brings the roster lines up to date. Throws a unique violation where a submission is stored already.
 */
export async function writeAssessments(
  transaction: Transaction,
  viewer: Viewer,
  entries: readonly NewAssessment[],
  { rosterLater = false }: { rosterLater?: boolean } = {},
): Promise<string[]> {
  if (entries.length === 0) return [];
  const now = new Date();
  const written = entries.map((entry) => ({ ...entry, id: timeOrderedId(), revision: 0 }));
  const assessments = written.map(({ id, athlete, submissionId, facts }) => ({
    id,
    ...factsToRow(facts),
    athleteId: athlete.id,
    submissionId,
    recordedById: viewer.userId,
    createdAt: now,
    updatedAt: now,
  }));
  const events = written.map(({ id, athlete }) => ({
    actor: viewer.userId,
    subject: athlete.userId,
    athlete: athlete.id,
    action: "assessment.recorded" as const,
    target: id,
  }));
  await writeTogether(transaction, [
    insertion("Assessment", assessments),
    ...contentInsertions(written),
    summaryInsertion(written),
    traces(events),
  ]);
  const athleteIds = rosterLater ? [] : [...new Set(entries.map(({ athlete }) => athlete.id))].toSorted();
  for (const athleteId of athleteIds) await refreshRoster(transaction, athleteId);
  return written.map(({ id }) => id);
}

export type Content = {
  id: string;
  revision: number;
  measurements: Measurements;
  columns: Columns;
  predictions: readonly ModelPrediction[];
};

/** SQL: the measurements and predictions of assessments that are there, or come in the same statement. */
export function contentInsertions(contents: readonly Content[]): Prisma.Sql[] {
  const measurements = contents.flatMap(({ id, measurements }) => measurementRows(id, measurements));
  const predictions = contents.flatMap(({ id, revision, predictions, columns }) =>
    predictions.map((entry) => predictionRow(id, revision, entry, columns)),
  );
  return [
    ...(measurements.length > 0 ? [insertion("Measurement", measurements)] : []),
    ...(predictions.length > 0 ? [insertion("Prediction", predictions)] : []),
  ];
}
