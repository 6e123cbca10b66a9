import "server-only";
import type { Card } from "./card";
import type { Columns } from "./features";
import { outcomeOf } from "./outcome";
import type { ModelPrediction, PredictionReason } from "./prediction";
import type { Reason } from "./rebase";

/** Height, weight and BMI say one thing of a person, so they are changed together. */
const bodySize = new Set(["height_cm", "weight_kg", "bmi"]);

export type Group = { code: string; indices: number[] };

/** The features that come from one thing a person can have measured, of those that were: a group that is all NaN is no reason. */
export function featureGroups(card: Pick<Card, "features">, values: readonly number[]): Group[] {
  const groups = new Map<string, number[]>();
  card.features.forEach((feature, index) => {
    if (Number.isNaN(values[index])) return;
    const code = bodySize.has(feature.code) ? "body_size" : feature.code;
    groups.set(code, [...(groups.get(code) ?? []), index]);
  });
  return [...groups].map(([code, indices]) => ({ code, indices }));
}

/** One row per group: the person's own features with that group at the training median. */
export function counterfactuals(card: Pick<Card, "features">, values: readonly number[], groups: readonly Group[]): number[][] {
  return groups.map(({ indices }) => {
    const changed = new Set(indices);
    return values.map((value, index) => (changed.has(index) ? (card.features[index]?.median ?? value) : value));
  });
}

/**
 * What weighed in the answer, most first: the answer minus what it would be with that input at the training median.
 * For a model that is linear in its features these are its exact contributions.
 */
export function reasonsOf(
  card: Card,
  outcome: ModelPrediction["outcome"],
  groups: readonly Group[],
  changed: readonly { vector: readonly number[]; scale: number | null }[],
  columns: Columns,
  reason: Reason,
): PredictionReason[] {
  const reasons = groups.flatMap((group, index): PredictionReason[] => {
    const other = changed[index];
    if (!other) return [];
    const value = personValue(card, group, columns);
    const effects = differences(outcome, outcomeOf(card, other.vector, other.scale, reason));
    return [{ code: group.code, value, typical: typeof value === "number" ? typicalValue(card, group) : null, effects }];
  });
  return reasons.sort((one, other) => size(other) - size(one));
}

function differences(outcome: ModelPrediction["outcome"], other: ModelPrediction["outcome"]): Record<string, number> {
  if (outcome.kind === "regression") {
    return other.kind === "regression" ? { [outcome.unit]: outcome.value - other.value } : {};
  }
  if (other.kind !== "classification") return {};
  return Object.fromEntries(
    outcome.classes.map((entry, index) => [entry.name, entry.share - (other.classes[index]?.share ?? entry.share)]),
  );
}

function size(reason: PredictionReason): number {
  return Math.max(0, ...Object.values(reason.effects).map(Math.abs));
}

/** The word, or the level (mean of the sides) where the model looks at the level and not only at differences or deviations. */
function personValue(card: Pick<Card, "features">, group: Group, columns: Columns): number | string | null {
  const { code } = group;
  const left = columns[`${code}_left`];
  const right = columns[`${code}_right`];
  const one = columns[code] ?? (left === right ? left : undefined);
  if (typeof one === "string") return one;
  if (typicalValue(card, group) === null) return null;
  if (one !== undefined) return one;
  return typeof left === "number" && typeof right === "number" ? (left + right) / 2 : null;
}

function typicalValue(card: Pick<Card, "features">, group: Group): number | null {
  const central = group.indices
    .map((index) => card.features[index])
    .find((feature) => feature && !feature.deviation && (feature.transform === "value" || feature.transform === "mean"));
  return group.code === "body_size" ? null : (central?.median ?? null);
}
