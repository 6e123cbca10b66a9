import "server-only";
import { columnName } from "@/lib/measurements/columns";
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
export function buildFeatures(card: Pick<Card, "features">, columns: Columns): FeatureRow {
  const row: FeatureRow = { values: [], missing: [], outside: [] };
  for (const feature of card.features) {
    const value = featureValue(feature, columns);
    row.values.push(value);
    if (Number.isNaN(value)) {
      if (feature.required) addMissing(row.missing, feature);
    } else {
      const { code, deviation, transform, p05, p95, min, max } = feature;
      const degree = outsideDegree(feature, value);
      if (degree) row.outside.push({ code, deviation, transform, value, p05, p95, min, max, degree });
    }
  }
  return row;
}

/** The column of a feature's one value; its sides add `_left` and `_right`. */
export function baseColumn({ code, deviation }: Pick<Feature, "code" | "deviation">): string {
  return columnName({ code, side: "both", deviation });
}

/** The columns that can give a feature: both sides, or the one value. */
export function columnsOfFeature(feature: Feature): string[] {
  const base = baseColumn(feature);
  return feature.transform === "value" || feature.transform === "is" ? [base] : [`${base}_left`, `${base}_right`];
}

type Places = { base: string; left: string; right: string };
const places = new WeakMap<Feature, Places>();

/** Names are put together once for a card, not once for a row. */
function placesOf(feature: Feature): Places {
  const base = baseColumn(feature);
  const made = { base, left: `${base}_left`, right: `${base}_right` };
  places.set(feature, made);
  return made;
}

function featureValue(feature: Feature, columns: Columns): number {
  const { base, left: leftColumn, right: rightColumn } = places.get(feature) ?? placesOf(feature);
  if (feature.transform === "is") {
    const word = columns[base];
    return word === undefined ? Number.NaN : Number(word === feature.category);
  }
  const one = toNumber(columns[base]);
  const left = toNumber(columns[leftColumn]);
  const right = toNumber(columns[rightColumn]);
  const mean = Number.isNaN(one) ? (left + right) / 2 : one;
  switch (feature.transform) {
    case "value":
    case "mean":
      return mean;
    case "lower":
      return Number.isNaN(one) ? Math.min(left, right) : one;
    case "higher":
      return Number.isNaN(one) ? Math.max(left, right) : one;
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

// The card rounds its limits, so a value on the edge is not called outside for a last digit.
function outsideDegree(feature: Feature, value: number): Outside["degree"] | null {
  if (feature.transform === "is") return null;
  const tolerance = 1e-4 * Math.max(1e-9, feature.max - feature.min);
  // Sides or steps that are more alike than most people's are no reason for caution.
  const spread = feature.transform === "difference" || feature.deviation;
  if ((!spread && value < feature.min - tolerance) || value > feature.max + tolerance) return "unseen";
  if ((!spread && value < feature.p05 - tolerance) || value > feature.p95 + tolerance) return "unusual";
  return null;
}
