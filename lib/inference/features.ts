import "server-only";
import { columnName, columnNames } from "@/lib/measurements/columns";
import type { Side } from "@/lib/measurements/vocabulary";
import { onceFor } from "@/lib/once-for";
import type { Card, Feature } from "./card";
import type { Column, Rows } from "./rows";

/** A feature the model cannot do without, and the columns that would give it. */
export type Missing = { code: string; columns: string[] };

/** A feature outside the range between the training people's 5th and 95th percentile (`unusual`) or outside all of them (`unseen`). */
export type Outside = {
  code: string;
  deviation: boolean;
  transform: Feature["transform"];
  value: number;
  p05: number;
  p95: number;
  min: number;
  max: number;
  degree: "unusual" | "unseen";
};

/** What a model reads from rows. */
export type RowFeatures = {
  /** One row after the other in the card's order, as the graph takes them; a feature that is missing is NaN. */
  readonly features: Float32Array;
  /** What the model cannot do without, of the rows that lack any of it. */
  readonly missing: ReadonlyMap<number, Missing[]>;
  /** Of the rows that have any such. */
  readonly outside: ReadonlyMap<number, Outside[]>;
};

/** The features of every row, worked out column by column. */
export function featuresOfRows({ features: known }: Pick<Card, "features">, rows: Rows): RowFeatures {
  const features = new Float32Array(rows.given.length * known.length);
  const missing = new Map<number, Missing[]>();
  const outside = new Map<number, Outside[]>();
  for (const [place, reading] of readingsOf(known).entries()) {
    const { feature, unusual } = reading;
    const columns = columnsOf(reading, rows);
    for (let row = 0; row < rows.given.length; row++) {
      const value = featureValue(feature, columns, row);
      features[row * known.length + place] = value;
      if (value >= unusual.low && value <= unusual.high) continue;
      if (!Number.isNaN(value)) outside.set(row, [...(outside.get(row) ?? []), outsideOf(reading, value)]);
      else if (feature.required) missing.set(row, withMissing(missing.get(row) ?? [], feature));
    }
  }
  return { features, missing, outside };
}

function outsideOf({ feature, unseen }: Reading, value: number): Outside {
  const { code, deviation, transform, p05, p95, min, max } = feature;
  const degree = value < unseen.low || value > unseen.high ? "unseen" : "unusual";
  return { code, deviation, transform, value, p05, p95, min, max, degree };
}

/** The column of a feature's one value; its sides add `_left` and `_right`. */
export function baseColumn({ code, deviation }: Pick<Feature, "code" | "deviation">): string {
  return columnName({ code, side: "both", deviation });
}

/** The columns that can give a feature: both sides, or the one value. */
export function columnsOfFeature({ code, deviation, transform }: Feature): string[] {
  const { both, left, right } = columnNames(code, deviation);
  return transform === "value" || transform === "is" ? [both] : [left, right];
}

/** What a feature is read from and judged by, worked out once for a card and not for each of its rows. */
type Reading = {
  readonly feature: Feature;
  readonly columns: ReturnType<typeof columnNames>;
  readonly unusual: Limits;
  readonly unseen: Limits;
};
type Limits = { readonly low: number; readonly high: number };

const readingsOf = onceFor((features: readonly Feature[]): readonly Reading[] =>
  features.map((feature) => ({ feature, columns: columnNames(feature.code, feature.deviation), ...limitsOf(feature) })),
);

function limitsOf({ transform, deviation, min, max, p05, p95 }: Feature): Pick<Reading, "unusual" | "unseen"> {
  const everything = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  if (transform === "is") return { unusual: everything, unseen: everything };
  // The card rounds its limits, so a value on the edge is not called outside for a last digit.
  const tolerance = 1e-4 * Math.max(1e-9, max - min);
  // Sides or steps that are more alike than most people's are no reason for caution.
  const spread = transform === "difference" || deviation;
  const between = (low: number, high: number): Limits => ({
    low: spread ? Number.NEGATIVE_INFINITY : low - tolerance,
    high: high + tolerance,
  });
  return { unusual: between(p05, p95), unseen: between(min, max) };
}

type SideColumns = Readonly<Record<Side, Column>>;

function columnsOf({ columns: { both, left, right } }: Reading, { columns, lacking }: Rows): SideColumns {
  return { both: columns.get(both) ?? lacking, left: columns.get(left) ?? lacking, right: columns.get(right) ?? lacking };
}

function featureValue({ transform, category }: Feature, columns: SideColumns, row: number): number {
  if (transform === "is") {
    const word = columns.both.words[row];
    return word === undefined ? Number.NaN : Number(word === category);
  }
  const one = numberAt(columns.both, row);
  if (!Number.isNaN(one) && transform !== "difference") return one;
  const left = numberAt(columns.left, row);
  const right = numberAt(columns.right, row);
  switch (transform) {
    case "value":
    case "mean":
      return (left + right) / 2;
    case "lower":
      return Math.min(left, right);
    case "higher":
      return Math.max(left, right);
    case "difference":
      return Math.abs(left - right);
  }
}

const numberAt = ({ numbers }: Column, row: number): number => numbers[row] ?? Number.NaN;

function withMissing(missing: Missing[], feature: Feature): Missing[] {
  const columns = columnsOfFeature(feature);
  const known = missing.some((entry) => entry.columns.join() === columns.join());
  return known ? missing : [...missing, { code: feature.code, columns }];
}
