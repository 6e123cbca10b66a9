import "server-only";
import type { Columns, ModelPrediction } from "@/lib/inference";
import type { Measurements } from "@/lib/measurements/schema";
import { type AssessmentFacts, factsToRow, measurementRows, predictionRow } from "./assessment-rows";
import { traces } from "./audit";
import type { Prisma } from "./generated/client";
import { insertion } from "./insertion";
import type { Person } from "./model-columns";
import { summaryInsertion } from "./summaries";
import type { Viewer } from "./viewer";

/** An assessment that may be written: its athlete is permitted and of age, the models have answered. */
export type NewAssessment = {
  id: string;
  athlete: Person & { id: string; userId: string | null };
  submissionId: string;
  facts: AssessmentFacts;
  measurements: Measurements;
  columns: Columns;
  predictions: readonly ModelPrediction[];
};

/**
 * SQL: assessments with what hangs on them (measurements, predictions, summaries, the trace of it), for one statement. The one
 * way in: forms, files and programs end here. The roster's lines are the caller's to bring up to date. A submission that is stored
 * already is a unique violation.
 */
export function assessmentInsertions(viewer: Viewer, entries: readonly NewAssessment[]): Prisma.Sql[] {
  if (entries.length === 0) return [];
  const now = new Date();
  const assessments = entries.map(({ id, athlete, submissionId, facts }) => ({
    id,
    ...factsToRow(facts),
    athleteId: athlete.id,
    submissionId,
    recordedById: viewer.userId,
    createdAt: now,
    updatedAt: now,
  }));
  const events = entries.map(({ id, athlete }) => ({
    actor: viewer.userId,
    subject: athlete.userId,
    athlete: athlete.id,
    action: "assessment.recorded" as const,
    target: id,
  }));
  return [
    insertion("Assessment", assessments),
    ...contentInsertions(entries.map((entry) => ({ ...entry, revision: 0 }))),
    summaryInsertion(entries),
    traces(events),
  ];
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
