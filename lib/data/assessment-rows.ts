import "server-only";
import { type ModelPrediction, predictionSchema } from "@/lib/inference";
import { log } from "@/lib/log";
import { type Conditions, conditionsSchema } from "@/lib/measurements/conditions";
import { fromRows, toRows } from "@/lib/measurements/rows";
import type { Measurements } from "@/lib/measurements/schema";
import type { Prisma } from "./generated/client";
import { dateText } from "./model-columns";

// An assessment as the product speaks of it, to and from its rows.

export type AssessmentFacts = Conditions & {
  measuredAt: Date;
  /** IANA zone in which it was measured. */
  timeZone: string;
  notes?: string;
};

type Row = Prisma.AssessmentGetPayload<{ include: { measurements: true } }>;

/** The columns of the Assessment row; what is not stated is stored as null, so that a correction can take it back. */
export function factsToRow(facts: AssessmentFacts) {
  return {
    protocol: facts.protocol,
    reason: facts.reason,
    measuredAt: facts.measuredAt,
    timeZone: facts.timeZone,
    notes: facts.notes ?? null,
    pain: facts.pain ?? null,
    painSince: facts.painSince ? new Date(facts.painSince) : null,
    footwear: facts.footwear ?? null,
    surface: facts.surface ?? null,
    inclinePercent: facts.inclinePercent ?? null,
    device: facts.device ?? null,
    injuryRegion: facts.injuryRegion ?? null,
    injuryLocation: facts.injuryLocation ?? null,
    injurySide: facts.injurySide ?? null,
  };
}

export function factsFromRow(row: Omit<Row, "measurements">): AssessmentFacts {
  const conditions = conditionsSchema.parse({
    protocol: row.protocol,
    reason: row.reason,
    footwear: row.footwear,
    surface: row.surface,
    inclinePercent: row.inclinePercent,
    device: row.device,
    pain: row.pain,
    painSince: row.painSince && dateText(row.painSince),
    injuryRegion: row.injuryRegion,
    injuryLocation: row.injuryLocation,
    injurySide: row.injurySide,
  });
  return { ...conditions, measuredAt: row.measuredAt, timeZone: row.timeZone, notes: row.notes ?? undefined };
}

/** Throws where a stored field is not in the dictionary: a value must not be dropped in silence. */
export function measurementsFromRows(rows: Row["measurements"]): Measurements {
  const { measurements, unknown } = fromRows(rows);
  const [stranger] = unknown;
  if (stranger) throw new Error(`the dictionary does not know the stored field ${stranger.field} (${stranger.side})`);
  return measurements;
}

export function measurementRows(assessmentId: string, measurements: Measurements) {
  return toRows(measurements).map((row) => ({ ...row, assessmentId }));
}

export function predictionRow(assessmentId: string, revision: number, prediction: ModelPrediction, inputs: Prisma.InputJsonObject) {
  return { assessmentId, revision, model: prediction.model, version: prediction.version, inputs, output: prediction };
}

/**
 * The answers to the present revision; of a model that answered in several versions, the newest answer. Rows come newest first.
 * A stored answer that can no longer be read is left out and logged: it must not take the assessment with it.
 */
export function presentPredictions(rows: readonly StoredPrediction[], revision: number): ModelPrediction[] {
  const present = new Map<string, ModelPrediction>();
  for (const row of rows) {
    if (row.revision !== revision || present.has(row.model)) continue;
    const parsed = predictionSchema.safeParse(row.output);
    if (parsed.success) present.set(row.model, parsed.data);
    else log.error({ prediction: row.id, model: row.model, version: row.version }, "a stored prediction cannot be read");
  }
  return [...present.values()];
}

type StoredPrediction = { id: string; revision: number; model: string; version: string; output: unknown };

/** What a correction replaced, as kept in AssessmentRevision. */
export function snapshot(row: Row): Prisma.InputJsonObject {
  return { ...JSON.parse(JSON.stringify(factsFromRow(row))), measurements: measurementsFromRows(row.measurements) };
}
