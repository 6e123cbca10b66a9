import { type Option, optionsOf } from "./choices";
import { columnName, columnsOfField } from "./columns";
import { type Dictionary, fieldsOf, dictionary as ours, rangeOf } from "./dictionary";
import type { Field, Range } from "./field-schema";
import { rangeOfColumn } from "./schema";
import type { Quantity } from "./units";
import { findingLabels, type Group, groupLabels, groupSchema, type Locale, type Protocol, type Side } from "./vocabulary";

/** The assessment form as plain objects in one language: a client component draws it without the dictionary. */

/** One input: the column it fills, and for a number the values it may have, in the dictionary's unit. */
export type FormInput = { readonly column: string; readonly side: Side; readonly deviation: boolean; readonly range: Range | null };

export type FormField = {
  readonly code: string;
  readonly kind: Field["kind"];
  readonly label: string;
  readonly meaning: string;
  readonly instrument: string;
  /** Of the dictionary; `displayUnit` turns it into the person's. */
  readonly unit: string | null;
  readonly quantity: Quantity | null;
  readonly decimals: number;
  /** Of a single value, in the dictionary's unit; null for words. */
  readonly range: Range | null;
  readonly sides: Field["sides"];
  readonly deviation: boolean;
  /** The words to choose from; null for numbers. Leaving a finding unanswered is "not tested". */
  readonly options: readonly Option[] | null;
  /** Of findings, else null. */
  readonly polarity: "abnormal" | "normal" | "neutral" | null;
  /** Codes of findings that cannot be present on the same side. */
  readonly excludes: readonly string[];
  readonly inputs: readonly FormInput[];
};

export type FormGroup = { readonly group: Group; readonly label: string; readonly fields: readonly FormField[] };

const optionsOfField = (measured: Field, locale: Locale): readonly Option[] | null => {
  if (measured.kind === "number") return null;
  return optionsOf(measured.kind === "finding" ? findingLabels : measured.valueLabels, locale);
};

/** One field as the form of a protocol draws it. */
export const formField = (measured: Field, protocol: Protocol, locale: Locale): FormField => ({
  code: measured.code,
  kind: measured.kind,
  label: measured.label[locale],
  meaning: measured.meaning[locale],
  instrument: measured.instrument[locale],
  unit: measured.unit,
  quantity: measured.kind === "number" ? measured.quantity : null,
  decimals: measured.kind === "number" ? measured.decimals : 0,
  range: rangeOf(measured, protocol),
  sides: measured.sides,
  deviation: measured.deviation,
  options: optionsOfField(measured, locale),
  polarity: measured.kind === "finding" ? measured.polarity : null,
  excludes: measured.kind === "finding" ? [...measured.excludes] : [],
  inputs: columnsOfField(measured).map((column) => ({
    column: columnName(column),
    side: column.side,
    deviation: column.deviation,
    range: rangeOfColumn(measured, column.deviation, protocol),
  })),
});

/**
 * The groups of an assessment's form in order, with what is measured in the protocol. Left out: what is derived, what the
 * athlete's record holds (sex), and the complaint, which `conditionFields` asks for. A group without fields is left out.
 */
export const formGroups = (protocol: Protocol, locale: Locale, dictionary: Dictionary = ours): readonly FormGroup[] =>
  groupSchema.options
    .map((group) => ({
      group,
      label: groupLabels[group][locale],
      fields: fieldsOf({ protocol, group }, dictionary)
        .filter((measured) => measured.keptIn === "measurement")
        .map((measured) => formField(measured, protocol, locale)),
    }))
    .filter((group) => group.fields.length > 0);
