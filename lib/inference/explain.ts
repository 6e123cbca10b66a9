import "server-only";
import type { Card } from "./card";
import { entryAt } from "./card-number";
import type { Columns } from "./features";
import type { AnswerReader, RawAnswer } from "./outcome";
import type { PredictionReason } from "./prediction";

/** Height, weight and BMI say one thing of a person, so they are changed together. */
const bodySize = new Set(["height_cm", "weight_kg", "bmi"]);

export type Group = { code: string; indices: number[] };

/** The features that come from one thing a person can have measured, of those that were: a group that is all NaN is no reason. */
export function featureGroups(card: Pick<Card, "features">, values: readonly number[]): Group[] {
  const groups = new Map<string, Group>();
  for (const [index, feature] of card.features.entries()) {
    if (Number.isNaN(values[index])) continue;
    const code = bodySize.has(feature.code) ? "body_size" : feature.code;
    const group = groups.get(code);
    if (group) group.indices.push(index);
    else groups.set(code, { code, indices: [index] });
  }
  return [...groups.values()];
}

/** One row per group: the person's own features with that group at the training median. */
export function counterfactuals(card: Pick<Card, "features">, values: readonly number[], groups: readonly Group[]): number[][] {
  return groups.map(({ indices }) => {
    const changed = values.slice();
    for (const index of indices) changed[index] = card.features[index]?.median ?? Number.NaN;
    return changed;
  });
}

/**
 * What weighed in the answer, most first: the answer minus what it would be with that input at the training median.
 * For a model that is linear in its features these are its exact contributions.
 */
export function reasonsOf(
  card: Pick<Card, "features">,
  reader: AnswerReader,
  own: RawAnswer,
  changed: readonly { group: Group; raw: RawAnswer }[],
  columns: Columns,
): PredictionReason[] {
  const figures = reader.figures(own);
  const weighed = changed.map(({ group, raw }) => {
    const typical = typicalValue(card, group);
    const value = personValue(group, typical, columns);
    const { effects, size } = differences(reader.names, figures, reader.figures(raw));
    return { size, reason: { code: group.code, value, typical: typeof value === "number" ? typical : null, effects } };
  });
  return weighed.sort((one, other) => other.size - one.size).map(({ reason }) => reason);
}

/** The differences by name, and the largest of them without its sign. */
function differences(names: readonly string[], figures: readonly number[], others: readonly number[]) {
  const effects: Record<string, number> = {};
  let size = 0;
  for (const [index, name] of names.entries()) {
    const difference = entryAt(figures, index) - entryAt(others, index);
    effects[name] = difference;
    size = Math.max(size, Math.abs(difference));
  }
  return { effects, size };
}

/** The word, or the level (mean of the sides) where the model looks at the level and not only at differences or deviations. */
function personValue({ code }: Group, typical: number | null, columns: Columns): number | string | null {
  const left = columns[`${code}_left`];
  const right = columns[`${code}_right`];
  const one = columns[code] ?? (left === right ? left : undefined);
  if (typeof one === "string") return one;
  if (typical === null) return null;
  if (one !== undefined) return one;
  return typeof left === "number" && typeof right === "number" ? (left + right) / 2 : null;
}

function typicalValue(card: Pick<Card, "features">, group: Group): number | null {
  if (group.code === "body_size") return null;
  for (const index of group.indices) {
    const feature = card.features[index];
    if (feature && !feature.deviation && (feature.transform === "value" || feature.transform === "mean")) return feature.median;
  }
  return null;
}
