import "server-only";
import { columnName, columnNames } from "@/lib/measurements/columns";
import { onceFor } from "@/lib/once-for";
import type { Card, Feature } from "./card";

/** Dictionary columns (`speed`, `contact_time_left`, …) with numbers in dictionary units and words for enumerations and findings. */
export type Columns = Readonly<Record<string, number | string>>;

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

export type FeatureRow = { values: number[]; missing: Missing[]; outside: Outside[] };

/** The model's input row, in the card's order. A feature that is missing is NaN, and listed where the model needs it. */
export function buildFeatures({ features }: Pick<Card, "features">, columns: Columns): FeatureRow {
  const row: FeatureRow = { values: [], missing: [], outside: [] };
  for (const reading of readingsOf(features)) {
    const { feature } = reading;
    const value = featureValue(reading, columns);
    row.values.push(value);
    if (Number.isNaN(value)) {
      if (feature.required) addMissing(row.missing, feature);
    } else {
      const degree = outsideDegree(reading, value);
      if (degree) row.outside.push(outsideOf(feature, value, degree));
    }
  }
  return row;
}

function outsideOf({ code, deviation, transform, p05, p95, min, max }: Feature, value: number, degree: Outside["degree"]): Outside {
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

function featureValue({ feature: { transform, category }, columns: names }: Reading, columns: Columns): number {
  const given = columns[names.both];
  if (transform === "is") return given === undefined ? Number.NaN : Number(given === category);
  const one = toNumber(given);
  if (!Number.isNaN(one) && transform !== "difference") return one;
  const left = toNumber(columns[names.left]);
  const right = toNumber(columns[names.right]);
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

function toNumber(value: number | string | undefined): number {
  if (typeof value === "number") return value;
  if (value === "absent") return 0;
  if (value === "present") return 1;
  return Number.NaN;
}

function addMissing(missing: Missing[], feature: Feature): void {
  const columns = columnsOfFeature(feature);
  const known = missing.find((entry) => entry.columns.join() === columns.join());
  if (!known) missing.push({ code: feature.code, columns });
}

function outsideDegree({ unusual, unseen }: Reading, value: number): Outside["degree"] | null {
  if (value >= unusual.low && value <= unusual.high) return null;
  return value < unseen.low || value > unseen.high ? "unseen" : "unusual";
}
