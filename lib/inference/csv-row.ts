import "server-only";
import { derivedValues } from "@/lib/measurements/derived";
import { type MeasurementError, parseMeasurements } from "@/lib/measurements/schema";
import { fail, type Result, succeed } from "@/lib/result";
import type { Card } from "./card";
import { baseColumn } from "./features";
import type { Columns } from "./rows";

/** What pandas, R and spreadsheets write for a missing number. */
const missingWords = new Set(["nan", "na", "null"]);

/**
 * A CSV record as a model's columns: those the model uses, those its derived inputs come from, and the person's age.
 * Other columns are not even looked at. The error names each bad column, its value and its range.
 */
export function readPredictionRow(record: Readonly<Record<string, string>>, card: Card): Result<Columns, string[]> {
  const used = new Set(usedColumns(card));
  const cells = Object.entries(record).filter(([column, text]) => used.has(column) && !missingWords.has(text.toLowerCase()));
  const parsed = parseMeasurements(Object.fromEntries(cells), card.protocol);
  if (!parsed.ok) return fail(parsed.error.map(describe));
  return succeed({ ...derivedValues(parsed.value, { protocol: card.protocol }), ...parsed.value });
}

/** The columns that may feed a model, by name: sides, the one value for both, and what its derived inputs come from. */
export function usedColumns(card: Pick<Card, "features">): string[] {
  const names = card.features.flatMap((feature) => {
    if (feature.code === "bmi") return ["height_cm", "weight_kg"];
    const base = baseColumn(feature);
    return [base, `${base}_left`, `${base}_right`];
  });
  return [...new Set([...names, "age_years"])];
}

function describe({ column, value, reason, range }: MeasurementError): string {
  const bounds = range ? ` (${range[0]} to ${range[1]})` : "";
  return `${column}: ${String(value)}: ${reason.replaceAll("_", " ")}${bounds}`;
}
