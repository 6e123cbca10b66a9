import "server-only";
import { adultAge } from "@/lib/measurements/derived";
import { counterfactuals, featureGroups, type Group, reasonsOf } from "./explain";
import { buildFeatures, type Columns, type FeatureRow, type Missing } from "./features";
import type { Model } from "./model";
import { answerReader, type RawAnswer } from "./outcome";
import type { ModelPrediction } from "./prediction";
import type { Reason } from "./rebase";

/** What a model says of one row: its answer, or why it has none. */
export type Answer =
  | { ok: true; prediction: ModelPrediction }
  | { ok: false; why: "missing"; missing: Missing[] }
  | { ok: false; why: "under_age" };

export type PredictOptions = { reason: Reason; explain: boolean };

/** A row is refused, or its features stand in the batch from `start`. */
type Plan =
  | { kind: "refused"; answer: Answer }
  | { kind: "planned"; columns: Columns; features: FeatureRow; groups: Group[]; start: number };

/** Answers every row in one run of the graph (its rows and, where explained, one more per group of inputs). */
export async function predictRows(model: Model, rows: readonly Columns[], options: PredictOptions): Promise<Answer[]> {
  const { card } = model;
  const batch: number[][] = [];
  const plans = rows.map((columns): Plan => {
    const age = columns.age_years;
    if (typeof age === "number" && age < adultAge) return { kind: "refused", answer: { ok: false, why: "under_age" } };
    const features = buildFeatures(card, columns);
    if (features.missing.length > 0) return { kind: "refused", answer: { ok: false, why: "missing", missing: features.missing } };
    const groups = options.explain ? featureGroups(card, features.values) : [];
    const start = batch.length;
    batch.push(features.values, ...counterfactuals(card, features.values, groups));
    return { kind: "planned", columns, features, groups, start };
  });
  if (batch.length === 0) return plans.flatMap((plan) => (plan.kind === "refused" ? [plan.answer] : []));
  const raw = await model.run(batch);
  const at = (index: number): RawAnswer => ({ vector: raw.values[index] ?? [], scale: raw.scales?.[index] ?? null });
  const reader = answerReader(card, options.reason);

  return plans.map((plan): Answer => {
    if (plan.kind === "refused") return plan.answer;
    const own = at(plan.start);
    const changed = plan.groups.map((group, index) => ({ group, raw: at(plan.start + 1 + index) }));
    return {
      ok: true,
      prediction: {
        model: card.name,
        version: card.version,
        question: card.question,
        uncertainty: card.uncertainty,
        additive: card.additive,
        outcome: reader.outcome(own),
        reasons: reasonsOf(card, reader, own, changed, plan.columns),
        outside: plan.features.outside,
      },
    };
  });
}
