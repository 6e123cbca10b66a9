import { z } from "zod";
import studies from "./change-studies.json";
import { readColumn } from "./columns";
import { type Dictionary, dictionary as ours } from "./dictionary";
import { type Bilingual, bilingualSchema, type Protocol } from "./vocabulary";

/** Who was measured, with what, and how the figures come from it, by doi. */
const studiesByDoi = new Map(Object.entries(z.record(z.string(), bilingualSchema).parse(studies)));

/**
 * The minimal detectable change at 95 % (1.96 · √2 · the standard error of measurement): 95 of 100 people who did not change
 * differ by less between two visits. Weir, J Strength Cond Res 19:231–240 (2005), doi 10.1519/15184.1.
 */
export type DetectableChange = {
  /** In the dictionary's unit. */
  readonly value: number;
  readonly level: 95;
  readonly doi: string;
  /** Who was measured, with what, and how the figure was derived. */
  readonly of: Bilingual;
};

/** The field's detectable change in a protocol; null where none is known, and for step-to-step deviations (`speed_sd`). */
export const detectableChange = (code: string, protocol: Protocol, dictionary: Dictionary = ours): DetectableChange | null => {
  const measured = dictionary.get(code);
  const change = measured?.kind === "number" ? measured.detectableChange?.[protocol] : undefined;
  if (change === undefined || change === null) return null;
  const of = studiesByDoi.get(change.doi);
  return of === undefined ? null : { ...change, level: 95, of };
};

/** The same for a column (`contact_time_left`): that of its field, and none for a deviation (`contact_time_sd_left`). */
export const detectableChangeOfColumn = (name: string, protocol: Protocol, dictionary: Dictionary = ours): DetectableChange | null => {
  const column = readColumn(name, dictionary);
  return column === null || column.deviation ? null : detectableChange(column.code, protocol, dictionary);
};

/** What binary fractions add to a difference such as 1.395 − 1.2. */
const roundingError = 1e-9;

/**
 * Whether two values of a field differ by more than its detectable change; equal to it is not more. Null where none is known or a
 * value is not finite: "we cannot tell" is never "no difference".
 */
export const beyondNoise = (
  code: string,
  protocol: Protocol,
  one: number,
  other: number,
  dictionary: Dictionary = ours,
): boolean | null => {
  const change = detectableChange(code, protocol, dictionary);
  const difference = Math.abs(one - other);
  return change === null || !Number.isFinite(difference) ? null : difference > change.value * (1 + roundingError);
};
