import "server-only";
import { columnNames } from "@/lib/measurements/columns";
import { onceFor } from "@/lib/once-for";
import type { Card, Feature } from "./card";
import { entryAt } from "./card-number";
import type { AnswerReader, RawAnswer } from "./outcome";
import type { PredictionReason } from "./prediction";
import type { Columns } from "./rows";

/** Height, weight and BMI say one thing of a person, so they are changed together. */
const bodySize = new Set(["height_cm", "weight_kg", "bmi"]);

/** The features that come from one thing a person can have measured. */
export type Group = {
  readonly code: string;
  readonly columns: ReturnType<typeof columnNames>;
  /** The features' places in the card. */
  readonly indices: readonly number[];
  /** The training people's median, where the model looks at the level and not only at differences or deviations. */
  readonly typical: number | null;
};

/** The groups of which something was measured: one that is all NaN is no reason. */
export function featureGroups({ features }: Pick<Card, "features">, values: Float32Array): readonly Group[] {
  const groups = groupsOf(features);
  if (!values.includes(Number.NaN)) return groups;
  return groups
    .map((group) => ({ ...group, indices: group.indices.filter((index) => !Number.isNaN(values[index])) }))
    .filter(({ indices }) => indices.length > 0);
}

const groupsOf = onceFor((features: readonly Feature[]): readonly Group[] => {
  const members = Map.groupBy(features.entries(), ([, { code }]) => (bodySize.has(code) ? "body_size" : code));
  return [...members].map(([code, entries]) => ({
    code,
    columns: columnNames(code),
    indices: entries.map(([index]) => index),
    typical: code === "body_size" ? null : levelOf(entries.map(([, feature]) => feature)),
  }));
});

function levelOf(features: readonly Feature[]): number | null {
  const level = features.find(({ deviation, transform }) => !deviation && (transform === "value" || transform === "mean"));
  return level?.median ?? null;
}

/**
 * What weighed in the answer, most first: the answer minus what it would be with that input at the training median.
 * For a model that is linear in its features these are its exact contributions.
 */
export function reasonsOf(
  reader: AnswerReader,
  own: RawAnswer,
  changed: readonly { group: Group; raw: RawAnswer }[],
  columns: Columns,
): PredictionReason[] {
  if (changed.length === 0) return [];
  const figures = reader.figures(own);
  const weighed = changed.map(({ group, raw }) => {
    const value = personValue(group, columns);
    const typical = typeof value === "number" ? group.typical : null;
    const { effects, size } = differences(reader.names, figures, reader.figures(raw));
    return { size, reason: { code: group.code, value, typical, effects } };
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

/** The word, or the level (mean of the sides) where the model looks at the level. */
function personValue({ columns: names, typical }: Group, columns: Columns): number | string | null {
  const left = columns[names.left];
  const right = columns[names.right];
  const one = columns[names.both] ?? (left === right ? left : undefined);
  if (typeof one === "string") return one;
  if (typical === null) return null;
  if (one !== undefined) return one;
  return typeof left === "number" && typeof right === "number" ? (left + right) / 2 : null;
}
