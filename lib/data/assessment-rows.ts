import "server-only";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { type ModelPrediction, predictionSchema } from "@/lib/inference";
import { log } from "@/lib/log";
import { type Conditions, conditionsSchema } from "@/lib/measurements/conditions";
import { fromRows, type Row as StoredRow, toRows } from "@/lib/measurements/rows";
import type { Measurements } from "@/lib/measurements/schema";
import { sideSchema } from "@/lib/measurements/vocabulary";
import type { Prisma } from "./generated/client";
import { timeOrderedId } from "./ids";
import { dateText } from "./model-columns";

// An assessment as the product speaks of it, to and from its rows.

export type AssessmentFacts = Conditions & {
  measuredAt: Date;
  /** IANA zone in which it was measured. */
  timeZone: string;
  notes?: string;
};

type Row = Prisma.AssessmentGetPayload<{ include: { measurements: true } }>;
type FactsRow = Pick<Row, "id" | keyof ReturnType<typeof factsToRow>>;

/** The columns of the Assessment row; what is not stated is stored as null, so that a correction can take it back. */
export function factsToRow(facts: AssessmentFacts) {
  return {
    protocol: facts.protocol,
    reason: facts.reason,
    measuredAt: facts.measuredAt,
    timeZone: facts.timeZone,
    // As the database would keep it: half of a surrogate pair is no character.
    notes: facts.notes?.toWellFormed() ?? null,
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

/** What a row says, as far as it can be read. */
export type StoredContent = { facts: AssessmentFacts; measurements: Measurements; unreadable: number };

/**
 * An assessment's content. A stored value that cannot be read any more (a field or a word that the dictionary no longer
 * knows) is counted, logged by its field's name and left out: it must not take the rest with it, nor pass for missing.
 */
export function readContent(row: FactsRow & { measurements: readonly StoredRow[] }): StoredContent {
  const { measurements, unknown } = readMeasurements(row.id, row.measurements);
  const { conditions, unreadable } = readableConditions({
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
  logUnreadable(row.id, unreadable);
  const facts = { ...conditions, measuredAt: row.measuredAt, timeZone: row.timeZone, notes: row.notes ?? undefined };
  return { facts, measurements, unreadable: unknown.length + unreadable.length };
}

/** An assessment's measurements, as {@link readContent} reads them. */
export function readMeasurements(assessmentId: string, rows: readonly StoredRow[]) {
  const read = fromRows(rows);
  logUnreadable(
    assessmentId,
    read.unknown.map(({ field }) => field),
  );
  return read;
}

function logUnreadable(assessmentId: string, fields: readonly string[]): void {
  for (const field of fields) log.error({ assessment: assessmentId, field }, "a stored value cannot be read");
}

/** Drops what the schema refuses until it takes the rest: a location may fall with its region. Throws without protocol or reason. */
function readableConditions(stored: Readonly<Record<string, unknown>>): { conditions: Conditions; unreadable: string[] } {
  const parsed = conditionsSchema.safeParse(stored);
  if (parsed.success) return { conditions: parsed.data, unreadable: [] };
  const broken = Object.keys(stored).filter((name) => parsed.error.issues.some((issue) => issue.path[0] === name));
  if (broken.length === 0) throw new Error("an assessment without a protocol or a reason that can be read");
  const rest = readableConditions(Object.fromEntries(Object.entries(stored).filter(([name]) => !broken.includes(name))));
  return { ...rest, unreadable: [...broken, ...rest.unreadable] };
}

/** Whether a stored assessment is exactly what is to be stored. */
export function sameContent(input: AssessmentFacts & { measurements: Measurements }, stored: Row): boolean {
  const facts = factsToRow(input);
  const storedFacts = Object.fromEntries(Object.entries(stored).filter(([name]) => name in facts));
  return isDeepStrictEqual(storedFacts, facts) && isDeepStrictEqual(valuesOf(stored.measurements), valuesOf(toRows(input.measurements)));
}

const valuesOf = (rows: readonly StoredRow[]) => new Map(rows.map(({ field, side, value }) => [`${field} ${side}`, value]));

export function measurementRows(assessmentId: string, measurements: Measurements) {
  return toRows(measurements).map((row) => ({ ...row, assessmentId }));
}

export function predictionRow(assessmentId: string, revision: number, prediction: ModelPrediction, inputs: Prisma.InputJsonObject) {
  return { id: timeOrderedId(), assessmentId, revision, model: prediction.model, version: prediction.version, inputs, output: prediction };
}

/**
 * The answers to the present revision; of a model that answered in several versions, the newest answer. Rows come newest first.
 * A stored answer that can no longer be read is left out and logged: it must not take the assessment with it.
 */
export function presentPredictions(rows: readonly StoredPrediction[], revision: number): ModelPrediction[] {
  return presentAnswers(rows, revision, predictionSchema);
}

/** {@link presentPredictions}, or as much of them as the schema asks for. */
export function presentAnswers<Answer>(rows: readonly StoredPrediction[], revision: number, schema: z.ZodType<Answer>): Answer[] {
  const present = new Map<string, Answer>();
  for (const row of rows) {
    if (row.revision !== revision || present.has(row.model)) continue;
    const parsed = schema.safeParse(row.output);
    if (parsed.success) present.set(row.model, parsed.data);
    else log.error({ prediction: row.id, model: row.model, version: row.version }, "a stored prediction cannot be read");
  }
  return [...present.values()];
}

/** What {@link presentPredictions} needs of a row; what went into the model is not read. */
export const storedPrediction = { id: true, revision: true, model: true, version: true, output: true } as const;
/** {@link storedPrediction} as a document of a query in SQL. */
export const storedPredictionSchema = z.object({
  id: z.guid(),
  revision: z.int(),
  model: z.string(),
  version: z.string(),
  output: z.unknown(),
});
type StoredPrediction = z.infer<typeof storedPredictionSchema>;

/** A measurement's row as a document of a query in SQL. */
export const storedMeasurementSchema = z.object({ field: z.string(), side: sideSchema, value: z.number() });

/** What a correction replaced, as kept in AssessmentRevision. */
export function snapshot({ facts, measurements }: StoredContent): Prisma.InputJsonObject {
  return { ...JSON.parse(JSON.stringify(facts)), measurements };
}
