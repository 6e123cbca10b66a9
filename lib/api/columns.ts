import "server-only";
import { z } from "zod";
import { columnName, columnsOfField } from "@/lib/measurements/columns";
import { dictionary } from "@/lib/measurements/dictionary";
import type { Field } from "@/lib/measurements/field-schema";
import { rangeOfColumn } from "@/lib/measurements/schema";
import { findingSchema, type Protocol, type Side } from "@/lib/measurements/vocabulary";

// The dictionary's columns as the API takes and gives them: the names of a CSV's columns, numbers in the dictionary's units.

const measured = dictionary.fields.filter(({ keptIn }) => keptIn === "measurement");

type Described = { name: string; field: Field; deviation: boolean; description: string };

const columns: readonly Described[] = measured.flatMap((field) =>
  columnsOfField(field).map(({ side, deviation }) => ({
    name: columnName({ code: field.code, side, deviation }),
    field,
    deviation,
    description: describeColumn(field, side, deviation),
  })),
);

function describeColumn(field: Field, side: Side, deviation: boolean): string {
  const what = deviation ? `${field.label.en}, standard deviation from step to step` : field.label.en;
  const where = side === "both" ? "" : `, ${side}`;
  const unit = field.unit === null ? "" : ` Unit: ${field.unit}.`;
  const ranges = (["walk", "run"] as const).flatMap((protocol) => rangeText(field, deviation, protocol));
  return `${what}${where}.${unit}${ranges.length > 0 ? ` Plausible: ${ranges.join("; ")}.` : ""}`;
}

function rangeText(field: Field, deviation: boolean, protocol: Protocol): string[] {
  if (field.kind !== "number") return [];
  const range = rangeOfColumn(field, deviation, protocol);
  return range === null ? [] : [`${range[0]} to ${range[1]} (${protocol})`];
}

/** The least and the most that any protocol takes: what the document can say. Each protocol's own range is what refuses. */
function boundsOf({ field, deviation }: Described): { minimum?: number; maximum?: number } {
  const ends = (["walk", "run"] as const).flatMap((protocol) => rangeOfColumn(field, deviation, protocol) ?? []);
  return ends.length > 0 ? { minimum: Math.min(...ends), maximum: Math.max(...ends) } : {};
}

function valueSchema(field: Field) {
  if (field.kind === "number") return z.number();
  return field.kind === "finding" ? findingSchema : z.enum(field.values);
}

/** Values by column, as they are given out: what was not measured is not there. */
export const measurementsOut = z
  .strictObject(
    Object.fromEntries(columns.map(({ name, field, description }) => [name, valueSchema(field).optional().meta({ description })])),
  )
  .meta({
    id: "Measurements",
    description: "Measured values by dictionary column, in the dictionary's units. What was not measured is not there.",
  });

const columnsIn = Object.fromEntries(
  columns.map((column) => {
    const { name, field, description } = column;
    return [name, valueSchema(field).meta(boundsOf(column)).nullish().meta({ description })];
  }),
);

/** Values by column, as they come: null is the same as absent. */
export const measurementsIn = z
  .strictObject(columnsIn)
  .meta({ id: "NewMeasurements", description: "As Measurements; null is the same as absent. At least one value.", minProperties: 1 });

/** A row to predict from: as {@link measurementsIn}, with what an athlete's record would say. */
export const rowIn = z
  .strictObject({
    age_years: z.number().nullish().meta({ description: "Age in completed years. Models are for adults." }),
    sex: z.enum(["female", "male"]).nullish(),
    ...columnsIn,
  })
  .meta({ id: "Row", description: "Dictionary columns of one person; null is the same as absent." });
