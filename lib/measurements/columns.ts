import { onceFor } from "../once-for";
import { type Dictionary, fieldsOf, dictionary as ours } from "./dictionary";
import type { Field } from "./field-schema";
import type { Protocol, Side } from "./vocabulary";

/** A value's place in CSV, API and models: its field, its side, and whether it is the step-to-step standard deviation. */
export type Column = { readonly code: string; readonly side: Side; readonly deviation: boolean };

/** The column's name: `contact_time_left`, `contact_time_sd_left`, or the bare code for one value (`speed`). */
export const columnName = ({ code, side, deviation }: Column): string =>
  `${code}${deviation ? "_sd" : ""}${side === "both" ? "" : `_${side}`}`;

/** A field's columns by side, whether or not it has such sides. */
export const columnNames = (code: string, deviation = false): Readonly<Record<Side, string>> => ({
  both: columnName({ code, side: "both", deviation }),
  left: columnName({ code, side: "left", deviation }),
  right: columnName({ code, side: "right", deviation }),
});

/** The sides a field's values may have. */
export const sidesOf = (measured: Pick<Field, "sides">): readonly Side[] => {
  if (measured.sides === "none") return ["both"];
  return measured.sides === "each" ? ["left", "right"] : ["both", "left", "right"];
};

export type NamedColumn = Column & { readonly field: Field };

const ofDictionary = onceFor((dictionary: Dictionary): ReadonlyMap<string, NamedColumn> => {
  const columns = dictionary.fields.flatMap((field) =>
    (field.deviation ? [true, false] : [false]).flatMap((deviation) =>
      (["both", "left", "right"] as const).map((side) => ({ code: field.code, side, deviation, field })),
    ),
  );
  return new Map(columns.map((column) => [columnName(column), column]));
});

/**
 * Every name that says something: a field's value, for both sides or either, and its deviation where it has one. Whether a field
 * has such a side is another question ({@link sidesOf}).
 */
export const namedColumns = (dictionary: Dictionary = ours): ReadonlyMap<string, NamedColumn> => ofDictionary(dictionary);

/** What the name says, whether or not that field has such a side: null where the dictionary has no such field or deviation. */
export const readColumn = (name: string, dictionary: Dictionary = ours): NamedColumn | null => namedColumns(dictionary).get(name) ?? null;

/** The column of this name; null where the dictionary has no such field, side or deviation. */
export const parseColumn = (name: string, dictionary: Dictionary = ours): Column | null => {
  const read = readColumn(name, dictionary);
  if (read === null || !sidesOf(read.field).includes(read.side)) return null;
  return { code: read.code, side: read.side, deviation: read.deviation };
};

/** Every column of a field: its values by side, then its deviations. */
export const columnsOfField = (measured: Field): readonly Column[] => {
  const deviations = measured.deviation ? [false, true] : [false];
  return deviations.flatMap((deviation) => sidesOf(measured).map((side) => ({ code: measured.code, side, deviation })));
};

/** Every column a protocol's CSV may hold, in the form's order. Derived fields are never asked for, so they are left out. */
export const columnsOf = (protocol: Protocol, dictionary: Dictionary = ours): readonly Column[] =>
  fieldsOf({ protocol }, dictionary)
    .filter((measured) => measured.derived === null)
    .flatMap(columnsOfField);
