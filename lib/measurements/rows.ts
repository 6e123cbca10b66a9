import { columnName, parseColumn } from "./columns";
import { type Dictionary, dictionary as ours } from "./dictionary";
import type { Field } from "./field-schema";
import type { Measurements } from "./schema";
import { findingSchema, type Side } from "./vocabulary";

/** A measurement as the database keeps it: `field` is a code or `<code>_sd`; a word is kept as its place among the field's values. */
export type Row = { readonly field: string; readonly side: Side; readonly value: number };

const wordsOf = (measured: Field): readonly string[] | null => {
  if (measured.kind === "number") return null;
  return measured.kind === "finding" ? findingSchema.options : measured.values;
};

const encode = (measured: Field, value: number | string): number | null => {
  const words = wordsOf(measured);
  if (words === null) return typeof value === "number" ? value : null;
  const place = typeof value === "string" ? words.indexOf(value) : -1;
  return place < 0 ? null : place;
};

const decode = (measured: Field, value: number): number | string | null => {
  const words = wordsOf(measured);
  return words === null ? value : (words[value] ?? null);
};

/**
 * The rows of an assessment's measurements: absent is 0, present 1. Derived values and what the athlete or the assessment keeps
 * (sex, injury) have no row.
 */
export const toRows = (measurements: Measurements, dictionary: Dictionary = ours): readonly Row[] =>
  Object.entries(measurements).flatMap(([name, value]) => {
    const column = parseColumn(name, dictionary);
    const measured = column === null ? undefined : dictionary.get(column.code);
    if (column === null || measured?.keptIn !== "measurement") return [];
    const encoded = encode(measured, value);
    return encoded === null ? [] : [{ field: column.deviation ? `${column.code}_sd` : column.code, side: column.side, value: encoded }];
  });

/** The measurements of these rows; `unknown` are rows the dictionary cannot read, kept apart so that nobody takes them for missing. */
export const fromRows = (rows: readonly Row[], dictionary: Dictionary = ours): { measurements: Measurements; unknown: readonly Row[] } => {
  const known: [string, number | string][] = [];
  const unknown: Row[] = [];
  for (const row of rows) {
    const name = columnName({ code: row.field, side: row.side, deviation: false });
    const column = parseColumn(name, dictionary);
    const measured = column === null ? undefined : dictionary.get(column.code);
    const value = measured === undefined ? null : decode(measured, row.value);
    if (value === null) unknown.push(row);
    else known.push([name, value]);
  }
  return { measurements: Object.fromEntries(known), unknown };
};

/** Where a value is kept: in the assessment's measurements, on the athlete (sex), on the assessment (the complaint), or nowhere (derived). */
export type Home = "measurement" | "athlete" | "assessment" | "derived";

/** Measurements parted by the record that keeps them; nothing is lost. */
export const byHome = (measurements: Measurements, dictionary: Dictionary = ours): Readonly<Record<Home, Measurements>> => {
  const homeOf = (name: string): Home => {
    const column = parseColumn(name, dictionary);
    return (column === null ? null : dictionary.get(column.code)?.keptIn) ?? "derived";
  };
  const of = (home: Home): Measurements => Object.fromEntries(Object.entries(measurements).filter(([name]) => homeOf(name) === home));
  return { measurement: of("measurement"), athlete: of("athlete"), assessment: of("assessment"), derived: of("derived") };
};
