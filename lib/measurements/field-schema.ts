import { z } from "zod";
import { unitOf } from "./units";
import { bilingualSchema, groupSchema, protocolSchema } from "./vocabulary";

/** The shape of one entry of `fields.json`, and what must hold among its parts. */

const rangeSchema = z
  .tuple([z.number(), z.number()])
  .refine(([min, max]) => min < max, "the range's lower bound must be below its upper bound")
  .nullable();

const doiSchema = z.string().regex(/^10\.\d{4,9}\/\S+$/);

/** A difference in the field's unit; `change-studies.json` says who was measured by doi. Null where no study is known. */
const changeSchema = z.strictObject({ value: z.number().positive(), doi: doiSchema }).nullable();

const common = {
  group: groupSchema,
  label: bilingualSchema,
  /** One plain line for the person whose measurement it is. */
  meaning: bilingualSchema,
  /** What storage, API, CSV and models use; null for words and for plain scales. */
  unit: z.string().min(1).nullable(),
  /** `none`: one value. `each`: left and right. `each_or_both`: left and right, or one value for both. */
  sides: z.enum(["none", "each", "each_or_both"]),
  /** How the value is derived; a derived field is never asked for and never stored. */
  derived: z.enum(["age", "bmi", "affected_zone"]).nullable(),
  /** The record that holds the value; null where it is derived. */
  keptIn: z.enum(["measurement", "athlete", "assessment"]).nullable(),
  instrument: bilingualSchema,
  /** Column of the original application's data, null where it had none. */
  seedName: z.string().min(1).nullable(),
  seedUnit: z.string().min(1).optional(),
  /** Column of the open data set (RIC, GaitRec) that measures it. */
  dataColumn: z.string().min(1).optional(),
  /** DOI of what the definition or the range was checked against. */
  source: doiSchema.nullable(),
};

const numberSchema = z.strictObject({
  ...common,
  kind: z.literal("number"),
  /** Plausible values in `unit`, bounds included; null where the protocol does not measure it. */
  range: z.strictObject({ walk: rangeSchema, run: rangeSchema }),
  decimals: z.number().int().min(0).max(4),
  /** What a person may prefer in other units. */
  quantity: z.enum(["speed", "height", "mass", "length"]).nullable(),
  /** `interval`: zero is a convention (angles, scores), so sides are compared by their difference, not by a percentage. */
  scale: z.enum(["ratio", "interval"]),
  /** True where a step-to-step standard deviation (`<code>_sd`) exists. */
  deviation: z.boolean(),
  /** Of single values: 95 of 100 people who did not change differ by less between two visits. */
  detectableChange: z.strictObject({ walk: changeSchema, run: changeSchema }).optional(),
});

const findingSchema = z.strictObject({
  ...common,
  kind: z.literal("finding"),
  deviation: z.literal(false),
  /** What `present` means: a departure from normal, the normal state, or a common variant of build. */
  polarity: z.enum(["abnormal", "normal", "neutral"]),
  /** Findings that cannot be present on the same side. */
  excludes: z.array(z.string()),
});

const enumSchema = z.strictObject({
  ...common,
  kind: z.literal("enum"),
  deviation: z.literal(false),
  /** Stored by place in this list: add at the end, never reorder. Empty where the value is derived text. */
  values: z.array(z.string().regex(/^[a-z][a-z_]*$/)),
  valueLabels: z.record(z.string(), bilingualSchema),
});

export const entrySchema = z.discriminatedUnion("kind", [numberSchema, findingSchema, enumSchema]).superRefine((entry, context) => {
  const complain = (message: string) => context.addIssue({ code: "custom", message });
  if ((entry.derived === null) === (entry.keptIn === null)) complain("a field is either derived or kept in a record");
  if (entry.kind === "number") {
    if (entry.range.walk === null && entry.range.run === null) complain("neither protocol measures it");
    for (const protocol of protocolSchema.options) {
      const change = entry.detectableChange?.[protocol] ?? null;
      const range = entry.range[protocol];
      if (change !== null && (range === null || change.value >= range[1] - range[0])) {
        complain(`a detectable change of ${change.value} does not fit the range in ${protocol}`);
      }
    }
    if (entry.quantity !== null && unitOf(entry.quantity, entry.unit) === undefined) {
      complain(`${entry.unit} is no known unit of ${entry.quantity}`);
    }
  }
  if (entry.kind === "enum") {
    const labelled = new Set(Object.keys(entry.valueLabels));
    if (labelled.size !== entry.values.length || entry.values.some((value) => !labelled.has(value)))
      complain("every value needs one label");
    if (entry.values.length === 0 && entry.derived === null) complain("no values");
  }
});

type Coded<Entry> = Entry extends unknown ? Readonly<Entry & { code: string }> : never;
/** An entry together with its dictionary code. */
export type Field = Coded<z.infer<typeof entrySchema>>;
export type NumberField = Extract<Field, { kind: "number" }>;
export type FindingField = Extract<Field, { kind: "finding" }>;
export type EnumField = Extract<Field, { kind: "enum" }>;
export type Range = readonly [number, number];

const codePattern = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
/** Endings that name a side or a deviation in a column, so no code may have them. */
const reservedEnding = /_(left|right|both|sd)$/;

export const entriesSchema = z.record(z.string(), entrySchema).superRefine((entries, context) => {
  for (const [code, entry] of Object.entries(entries)) {
    const complain = (message: string) => context.addIssue({ code: "custom", path: [code], message });
    if (!codePattern.test(code) || reservedEnding.test(code)) complain("not a dictionary code");
    if (entry.kind !== "finding") continue;
    for (const other of entry.excludes) {
      const excluded = entries[other];
      if (other === code || excluded?.kind !== "finding" || !excluded.excludes.includes(code)) {
        complain(`excludes ${other}, which is not a finding that excludes it in turn`);
      }
    }
  }
});
