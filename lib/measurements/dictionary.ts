import { z } from "zod";
import { entriesSchema, type Field, type Range } from "./field-schema";
import fields from "./fields.json";
import { type Group, groupSchema, type Protocol } from "./vocabulary";

/** The fields that can be measured, in the order of `fields.json`. */
export type Dictionary = {
  readonly fields: readonly Field[];
  /** The field with this code, or undefined where the dictionary has none. */
  readonly get: (code: string) => Field | undefined;
};

/**
 * A dictionary of these entries, keyed by code.
 * @throws Error naming every entry that does not fit the schema.
 */
export const createDictionary = (entries: unknown): Dictionary => {
  const parsed = entriesSchema.safeParse(entries);
  if (!parsed.success) throw new Error(`The dictionary of fields does not fit its schema:\n${z.prettifyError(parsed.error)}`);
  const byCode = new Map<string, Field>(Object.entries(parsed.data).map(([code, entry]) => [code, { code, ...entry }]));
  return { fields: [...byCode.values()], get: (code) => byCode.get(code) };
};

/** The dictionary of `fields.json`. */
export const dictionary = createDictionary(fields);

export type FieldCode = keyof typeof fields;

export const isFieldCode = (code: string): code is FieldCode => Object.hasOwn(fields, code);

/** The field with this code of `fields.json`. */
export const field = (code: FieldCode): Field => {
  const found = dictionary.get(code);
  if (found === undefined) throw new Error(`fields.json lacks ${code}`);
  return found;
};

/** Plausible values in the field's unit; null where the protocol does not measure it or the field is no number. */
export const rangeOf = (measured: Field, protocol: Protocol): Range | null =>
  measured.kind === "number" ? measured.range[protocol] : null;

/** True where the protocol measures the field; findings, enumerations and body size belong to both. */
export const isMeasuredIn = (measured: Field, protocol: Protocol): boolean =>
  measured.kind !== "number" || measured.range[protocol] !== null;

/** Fields of a protocol, of a group, or both: groups in the form's order, then the dictionary's order. */
export const fieldsOf = (wanted: { protocol?: Protocol; group?: Group } = {}, from: Dictionary = dictionary): readonly Field[] => {
  const { protocol, group } = wanted;
  const groups = group === undefined ? groupSchema.options : [group];
  return groups.flatMap((name) =>
    from.fields.filter((measured) => measured.group === name && (protocol === undefined || isMeasuredIn(measured, protocol))),
  );
};
