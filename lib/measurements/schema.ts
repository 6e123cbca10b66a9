import { z } from "zod";
import { fail, type Result, succeed } from "../result";
import { type Column, columnName, readColumn, sidesOf } from "./columns";
import { type Dictionary, dictionary as ours, rangeOf } from "./dictionary";
import type { Field, Range } from "./field-schema";
import { parseNumber } from "./numbers";
import type { UnitPreferences } from "./unit-preferences";
import { type EntryProblem, fromEntry } from "./units";
import { findingSchema, type Protocol } from "./vocabulary";

/** Values by column name: numbers in the dictionary's units, findings and enumerations as words. Missing is absent, never 0. */
export type Measurements = Readonly<Record<string, number | string>>;

export const measurementErrorSchema = z.strictObject({
  column: z.string(),
  /** The field, null where the column names none. */
  code: z.string().nullable(),
  /** As it came. */
  value: z.unknown(),
  reason: z.enum([
    "not_a_number",
    "out_of_range",
    /** Not one of the words of a finding or an enumeration. A number is none: 1 meant something else in the original's data. */
    "not_a_value",
    "unknown_field",
    "not_in_protocol",
    /** The side does not fit the field: `height_cm_left`, or `contact_time` without a side. */
    "no_side",
    /** Present together with a finding (`other`) that excludes it on that side. */
    "excluded",
    /** One value for both sides beside a value of one side. */
    "both_and_sides",
  ]),
  /** In the dictionary's unit, bounds included. */
  range: z.tuple([z.number(), z.number()]).optional(),
  problem: z.enum(["empty", "not_a_number", "thousands_separator", "minutes_and_seconds", "feet_and_inches"]).optional(),
  other: z.string().optional(),
});
export type MeasurementError = Readonly<z.infer<typeof measurementErrorSchema>>;
type Trouble = Omit<MeasurementError, "column" | "code" | "value">;

export type ParseOptions = {
  /** Read numbers as this person enters them; without it they are in the dictionary's units. */
  readonly preferences?: UnitPreferences;
  readonly dictionary?: Dictionary;
};

const isBlank = (value: unknown): boolean => value === undefined || value === null || (typeof value === "string" && value.trim() === "");

/** The range of a column's values: the field's, or from 0 to half its width for a deviation. Null where the protocol does not measure it. */
export const rangeOfColumn = (measured: Field, deviation: boolean, protocol: Protocol): Range | null => {
  const range = rangeOf(measured, protocol);
  return range !== null && deviation ? [0, Number(((range[1] - range[0]) / 2).toPrecision(12))] : range;
};

const readNumber = (value: unknown, measured: Field, deviation: boolean, preferences?: UnitPreferences): Result<number, EntryProblem> => {
  if (typeof value === "number") return Number.isFinite(value) ? succeed(value) : fail("not_a_number");
  if (typeof value !== "string") return fail("not_a_number");
  if (preferences === undefined || measured.kind !== "number") return parseNumber(value);
  return fromEntry(
    value,
    { unit: measured.unit, quantity: measured.quantity, decimals: measured.decimals, spread: deviation },
    preferences,
  );
};

const readValue = (
  value: unknown,
  { field: measured, deviation, side }: Column & { field: Field },
  protocol: Protocol,
  preferences?: UnitPreferences,
): Result<number | string, Trouble> => {
  if (!sidesOf(measured).includes(side)) return fail({ reason: "no_side" });
  if (measured.kind !== "number") {
    const words: readonly string[] = measured.kind === "finding" ? findingSchema.options : measured.values;
    const word = typeof value === "string" ? value.trim().toLowerCase() : "";
    return words.includes(word) ? succeed(word) : fail({ reason: "not_a_value" });
  }
  const range = rangeOfColumn(measured, deviation, protocol);
  if (range === null) return fail({ reason: "not_in_protocol" });
  const [min, max] = range;
  const number = readNumber(value, measured, deviation, preferences);
  if (!number.ok) return fail({ reason: "not_a_number", problem: number.error, range: [min, max] });
  return number.value < min || number.value > max ? fail({ reason: "out_of_range", range: [min, max] }) : succeed(number.value);
};

/** Contradictions among columns that are each fine alone. */
const contradiction = (
  { field: measured, side, deviation }: Column & { field: Field },
  value: number | string,
  values: ReadonlyMap<string, number | string>,
): Trouble | null => {
  if (side === "both" && measured.sides !== "none") {
    const ofSide = (["left", "right"] as const).map((one) => columnName({ code: measured.code, side: one, deviation }));
    const other = ofSide.find((name) => values.has(name));
    if (other !== undefined) return { reason: "both_and_sides", other };
  }
  if (measured.kind === "finding" && value === "present") {
    const other = measured.excludes
      .map((code) => columnName({ code, side, deviation: false }))
      .find((name) => values.get(name) === "present");
    if (other !== undefined) return { reason: "excluded", other };
  }
  return null;
};

/**
 * Values by column name, as a form, a CSV row or the API sends them, as measurements. Blank columns are left out.
 * Every bad column is reported, in the order they came.
 */
export const parseMeasurements = (
  input: Readonly<Record<string, unknown>>,
  protocol: Protocol,
  { preferences, dictionary = ours }: ParseOptions = {},
): Result<Measurements, readonly MeasurementError[]> => {
  const errors = new Map<string, MeasurementError>();
  const values = new Map<string, number | string>();
  const columns = Object.entries(input).filter(([, value]) => !isBlank(value));
  const read = columns.map(([column, value]) => ({ column, value, place: readColumn(column, dictionary) }));
  const report = (column: string, code: string | null, value: unknown, trouble: Trouble) =>
    errors.set(column, { column, code, value, ...trouble });

  for (const { column, value, place } of read) {
    if (place === null) {
      report(column, null, value, { reason: "unknown_field" });
      continue;
    }
    const result = readValue(value, place, protocol, preferences);
    if (result.ok) values.set(column, result.value);
    else report(column, place.code, value, result.error);
  }
  for (const { column, value, place } of read) {
    const accepted = values.get(column);
    if (place === null || accepted === undefined) continue;
    const trouble = contradiction(place, accepted, values);
    if (trouble !== null) report(column, place.code, value, trouble);
  }
  if (errors.size === 0) return succeed(Object.fromEntries(values));
  return fail(columns.flatMap(([column]) => errors.get(column) ?? []));
};

/**
 * A zod schema of a protocol's measurements. Each bad column is an issue whose path is the column and whose `params` are a
 * `MeasurementError`.
 */
export const measurementsSchema = (protocol: Protocol, options: ParseOptions = {}) =>
  z.record(z.string(), z.unknown()).transform((input, context): Measurements => {
    const result = parseMeasurements(input, protocol, options);
    if (result.ok) return result.value;
    for (const error of result.error) context.addIssue({ code: "custom", path: [error.column], message: error.reason, params: error });
    return z.NEVER;
  });
