import "server-only";
import { adultAge } from "@/lib/measurements/derived";
import type { Card } from "./card";
import { counterfactuals, featureGroups, type Group, reasonsOf } from "./explain";
import { buildFeatures, type Columns, type Missing, type Outside } from "./features";
import type { Model } from "./model";
import { type AnswerReader, answerReader, type RawAnswer } from "./outcome";
import type { ModelPrediction } from "./prediction";
import type { RawOutput } from "./raw-output";
import type { Reason } from "./rebase";

/** What a model says of one row: its answer, or why it has none. */
export type Answer =
  | { ok: true; prediction: ModelPrediction }
  | { ok: false; why: "missing"; missing: Missing[] }
  | { ok: false; why: "under_age" };

export type PredictOptions = { reason: Reason; explain: boolean };

/** A row is refused, or its features stand in the batch from `start`. */
type Plan = { kind: "refused"; answer: Answer } | Planned;
type Planned = { kind: "planned"; columns: Columns; outside: Outside[]; groups: readonly Group[]; start: number };

/** Answers every row in one run of the graph (its rows and, where explained, one more per group of inputs). */
export async function predictRows(model: Model, rows: readonly Columns[], { reason, explain }: PredictOptions): Promise<Answer[]> {
  const { card } = model;
  const batch: number[][] = [];
  const plans = rows.map((columns) => planRow(card, columns, explain, batch));
  if (batch.length === 0) return plans.flatMap((plan) => (plan.kind === "refused" ? [plan.answer] : []));
  const raw = await model.run(batch);
  const reader = answerReader(card, reason);
  return plans.map((plan) => (plan.kind === "refused" ? plan.answer : { ok: true, prediction: predictionOf(card, reader, plan, raw) }));
}

/** Puts the row, and what it is compared with where it is explained, at the end of the batch. */
function planRow(card: Card, columns: Columns, explain: boolean, batch: number[][]): Plan {
  const age = columns.age_years;
  if (typeof age === "number" && age < adultAge) return { kind: "refused", answer: { ok: false, why: "under_age" } };
  const { values, missing, outside } = buildFeatures(card, columns);
  if (missing.length > 0) return { kind: "refused", answer: { ok: false, why: "missing", missing } };
  const groups = explain ? featureGroups(card, values) : [];
  const start = batch.length;
  batch.push(values, ...counterfactuals(card, values, groups));
  return { kind: "planned", columns, outside, groups, start };
}

function predictionOf(card: Card, reader: AnswerReader, { start, groups, columns, outside }: Planned, raw: RawOutput): ModelPrediction {
  const own = rawAnswer(raw, start);
  const changed = groups.map((group, index) => ({ group, raw: rawAnswer(raw, start + 1 + index) }));
  return {
    model: card.name,
    version: card.version,
    question: card.question,
    uncertainty: card.uncertainty,
    additive: card.additive,
    outcome: reader.outcome(own),
    reasons: reasonsOf(reader, own, changed, columns),
    outside,
  };
}

function rawAnswer({ values, scales }: RawOutput, index: number): RawAnswer {
  return { vector: values[index] ?? [], scale: scales?.[index] ?? null };
}
