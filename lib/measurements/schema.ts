import { z } from "zod";
import { onceFor } from "../once-for";
import { fail, type Result, succeed } from "../result";
import { type Column, columnName, columnNames, namedColumns, sidesOf } from "./columns";
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

/** What is known of a column before any value of it comes. */
type Place = Column & {
  readonly field: Field;
  /** Whether the field has such a side. */
  readonly fits: boolean;
  /** Null where the protocol does not measure it. */
  readonly range: Range | null;
  /** Of a finding or an enumeration. */
  readonly words: readonly string[];
  /** Columns that may not stand beside this one. */
  readonly sided: readonly string[];
  /** Columns that may not be present where this one is. */
  readonly excluded: readonly string[];
};
type Places = ReadonlyMap<string, Place>;

const placesOf = onceFor(
  (dictionary: Dictionary): Readonly<Record<Protocol, Places>> => ({
    walk: placeAll("walk", dictionary),
    run: placeAll("run", dictionary),
  }),
);

const placeAll = (protocol: Protocol, dictionary: Dictionary): Places =>
  new Map(
    [...namedColumns(dictionary)].map(([name, column]): [string, Place] => {
      const { field: measured, side, deviation } = column;
      const beside = columnNames(measured.code, deviation);
      return [
        name,
        {
          ...column,
          fits: sidesOf(measured).includes(side),
          range: rangeOfColumn(measured, deviation, protocol),
          words: measured.kind === "number" ? [] : measured.kind === "finding" ? findingSchema.options : measured.values,
          sided: side === "both" && measured.sides !== "none" ? [beside.left, beside.right] : [],
          excluded: measured.kind === "finding" ? measured.excludes.map((code) => columnName({ code, side, deviation: false })) : [],
        },
      ];
    }),
  );

const readValue = (value: unknown, place: Place, preferences?: UnitPreferences): Result<number | string, Trouble> => {
  const { field: measured, deviation, range } = place;
  if (!place.fits) return fail({ reason: "no_side" });
  if (measured.kind !== "number") {
    const word = typeof value === "string" ? value.trim().toLowerCase() : "";
    return place.words.includes(word) ? succeed(word) : fail({ reason: "not_a_value" });
  }
  if (range === null) return fail({ reason: "not_in_protocol" });
  const [min, max] = range;
  const number = readNumber(value, measured, deviation, preferences);
  if (!number.ok) return fail({ reason: "not_a_number", problem: number.error, range: [min, max] });
  return number.value < min || number.value > max ? fail({ reason: "out_of_range", range: [min, max] }) : number;
};

/** Contradictions among columns that are each fine alone. */
const contradiction = ({ sided, excluded }: Place, value: number | string, values: Measurements): Trouble | null => {
  const side = sided.find((name) => values[name] !== undefined);
  if (side !== undefined) return { reason: "both_and_sides", other: side };
  const other = value === "present" ? excluded.find((name) => values[name] === "present") : undefined;
  return other === undefined ? null : { reason: "excluded", other };
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
  const places = placesOf(dictionary)[protocol];
  const errors = new Map<string, MeasurementError>();
  const values: Record<string, number | string> = {};
  const report = (column: string, trouble: Trouble) =>
    errors.set(column, { column, code: places.get(column)?.code ?? null, value: input[column], ...trouble });

  for (const [column, value] of Object.entries(input)) {
    if (isBlank(value)) continue;
    const place = places.get(column);
    const result = place ? readValue(value, place, preferences) : fail<Trouble>({ reason: "unknown_field" });
    if (result.ok) values[column] = result.value;
    else report(column, result.error);
  }
  for (const [column, value] of Object.entries(values)) {
    const place = places.get(column);
    const trouble = place ? contradiction(place, value, values) : null;
    if (trouble) report(column, trouble);
  }
  if (errors.size === 0) return succeed(values);
  return fail(Object.keys(input).flatMap((column) => errors.get(column) ?? []));
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
