import "server-only";
import type { Columns, ModelPrediction } from "@/lib/inference";
import type { Measurements } from "@/lib/measurements/schema";
import { type AssessmentFacts, factsToRow, measurementRows, predictionRow } from "./assessment-rows";
import { audit } from "./audit";
import type { Transaction } from "./database";
import type { Person } from "./model-columns";
import { addSummaries, refreshRoster } from "./summaries";
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
  const created = await transaction.assessment.createManyAndReturn({
    data: entries.map(({ athlete, submissionId, facts }) => ({
      ...factsToRow(facts),
      athleteId: athlete.id,
      submissionId,
      recordedById: viewer.userId,
    })),
    select: { id: true, athleteId: true, submissionId: true },
  });
  const idOf = new Map(created.map(({ id, athleteId, submissionId }) => [`${athleteId} ${submissionId}`, id]));
  const ids = entries.map(({ athlete, submissionId }) => {
    const id = idOf.get(`${athlete.id} ${submissionId}`);
    if (id === undefined) throw new Error("an assessment that was written did not come back");
    return id;
  });
  await writeContents(
    transaction,
    entries.map((entry, index) => ({ ...entry, id: ids[index] ?? "", revision: 0 })),
  );
  await addSummaries(
    transaction,
    entries.map((entry, index) => ({ ...entry, id: ids[index] ?? "" })),
  );
  const athleteIds = rosterLater ? [] : [...new Set(entries.map(({ athlete }) => athlete.id))].toSorted();
  for (const athleteId of athleteIds) await refreshRoster(transaction, athleteId);
  await audit(
    transaction,
    ...entries.map(({ athlete }, index) => ({
      actor: viewer.userId,
      subject: athlete.userId,
      athlete: athlete.id,
      action: "assessment.recorded" as const,
      target: ids[index] ?? "",
    })),
  );
  return ids;
}

export type Content = {
  id: string;
  revision: number;
  measurements: Measurements;
  columns: Columns;
  predictions: readonly ModelPrediction[];
};

/** The measurements and predictions of assessments whose rows are there, in the caller's transaction. */
export async function writeContents(transaction: Transaction, contents: readonly Content[]): Promise<void> {
  await transaction.measurement.createMany({ data: contents.flatMap(({ id, measurements }) => measurementRows(id, measurements)) });
  await transaction.prediction.createMany({
    data: contents.flatMap(({ id, revision, predictions, columns }) =>
      predictions.map((entry) => predictionRow(id, revision, entry, columns)),
    ),
  });
}
