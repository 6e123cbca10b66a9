import { readColumn } from "./columns";
import { type Dictionary, dictionary as ours } from "./dictionary";
import type { Field } from "./field-schema";
import type { UnitPreferences } from "./unit-preferences";
import { toDisplayWithUnit } from "./units";
import { findingLabels, type Locale } from "./vocabulary";

/** How a person reads values: in whose language and whose units. */
export type Reader = { readonly locale: Locale; readonly preferences: UnitPreferences };

/** The field's name; the code itself where the dictionary does not know it (a model brought from elsewhere). */
export const labelOf = (code: string, locale: Locale, dictionary: Dictionary = ours): string => dictionary.get(code)?.label[locale] ?? code;

/** A value as the person reads it, with its unit: "1.21 m/s", "present". */
export const valueText = (measured: Field | undefined, value: number | string, { locale, preferences }: Reader, spread = false): string => {
  if (typeof value === "string") return wordText(measured, value, locale);
  if (measured?.kind !== "number") return String(value);
  return toDisplayWithUnit(
    value,
    { unit: measured.unit, quantity: measured.quantity, decimals: measured.decimals, spread },
    preferences,
    locale,
  );
};

/** The value of a column as the person reads it. */
export const columnText = (name: string, value: number | string, reader: Reader, dictionary: Dictionary = ours): string => {
  const column = readColumn(name, dictionary);
  return valueText(column?.field, value, reader, column?.deviation);
};

const wordText = (measured: Field | undefined, word: string, locale: Locale): string => {
  if (measured?.kind === "finding" && (word === "absent" || word === "present")) return findingLabels[word][locale];
  return measured?.kind === "enum" ? (measured.valueLabels[word]?.[locale] ?? word) : word;
};
