import "server-only";
import { adultAge } from "@/lib/measurements/derived";
import type { Card } from "./card";
import { featureGroups, type Group, reasonsOf } from "./explain";
import { featuresOfRows, type Missing, type Outside } from "./features";
import type { Model } from "./model";
import { type AnswerReader, answerReader, type RawAnswer } from "./outcome";
import type { ModelPrediction } from "./prediction";
import type { RawOutput } from "./raw-output";
import type { Reason } from "./rebase";
import type { Columns, Rows } from "./rows";

/** What a model says of one row: its answer, or why it has none. */
export type Answer =
  | { ok: true; prediction: ModelPrediction }
  | { ok: false; why: "missing"; missing: Missing[] }
  | { ok: false; why: "under_age" };

export type PredictOptions = { reason: Reason; explain: boolean };

/** A row is refused, or stands in the model's input from the row `start`. */
type Plan = { kind: "refused"; answer: Answer } | Planned;
type Planned = { kind: "planned"; row: number; columns: Columns; outside: Outside[]; groups: readonly Group[]; start: number };

/** Answers every row in one run of the graph (its rows and, where explained, one more per group of inputs). */
export async function predictRows(model: Model, rows: Rows, { reason, explain }: PredictOptions): Promise<Answer[]> {
  const { card } = model;
  const { plans, input } = planRows(card, rows, explain);
  if (input.length === 0) return plans.flatMap((plan) => (plan.kind === "refused" ? [plan.answer] : []));
  const raw = await model.run(input);
  const reader = answerReader(card, reason);
  return plans.map((plan) => (plan.kind === "refused" ? plan.answer : { ok: true, prediction: predictionOf(card, reader, plan, raw) }));
}

/** What becomes of each row, and what the model is run with: the rows that are not refused, each with what it is compared with. */
export function planRows(card: Card, rows: Rows, explain: boolean): { plans: Plan[]; input: Float32Array } {
  const { features, missing, outside } = featuresOfRows(card, rows);
  const ages = rows.columns.get("age_years")?.numbers ?? [];
  const planned: Planned[] = [];
  let start = 0;
  const plans = rows.given.map((columns, row): Plan => {
    const answer = refusalOf(ages[row], missing.get(row));
    if (answer) return { kind: "refused", answer };
    const groups = explain ? featureGroups(card, rowAt(features, row, card)) : [];
    const plan: Planned = { kind: "planned", row, columns, outside: outside.get(row) ?? [], groups, start };
    planned.push(plan);
    start += 1 + groups.length;
    return plan;
  });
  const asTheyAre = !explain && planned.length === plans.length;
  return { plans, input: asTheyAre ? features : inputOf(card, features, planned, start) };
}

function refusalOf(age: number | undefined, missing: Missing[] | undefined): Answer | null {
  if (age !== undefined && age < adultAge) return { ok: false, why: "under_age" };
  return missing ? { ok: false, why: "missing", missing } : null;
}

/** So many rows: those planned, and after each the same with one group after the other at the training median. */
function inputOf(card: Card, features: Float32Array, planned: readonly Planned[], rows: number): Float32Array {
  const width = card.features.length;
  const input = new Float32Array(rows * width);
  for (const { row, start, groups } of planned) {
    for (let place = 0; place < width; place++) {
      const own = features[row * width + place] ?? Number.NaN;
      for (let copy = start; copy <= start + groups.length; copy++) input[copy * width + place] = own;
    }
    for (const [index, { indices }] of groups.entries()) {
      for (const place of indices) input[(start + 1 + index) * width + place] = card.features[place]?.median ?? Number.NaN;
    }
  }
  return input;
}

function rowAt(features: Float32Array, row: number, { features: { length } }: Card): Float32Array {
  return features.subarray(row * length, (row + 1) * length);
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
