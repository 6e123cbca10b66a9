import { z } from "zod";
import { choices } from "@/lib/measurements/choices";
import { plainDate } from "@/lib/measurements/dates";
import { protocolSchema } from "@/lib/measurements/vocabulary";
import { unitsFor } from "./conversions";
import { isTarget, measuredField } from "./targets";

const columnChoiceSchema = z
  .strictObject({
    /** Its place in the header. */
    index: z.int().nonnegative(),
    /** The header's own name. */
    source: z.string(),
    /** What it means; null leaves it out. */
    target: z.string().refine(isTarget, "means nothing we know").nullable(),
    /** The unit of its numbers where it is not the dictionary's. */
    unit: z.string().nullable(),
    recognised: z.enum(["remembered", "name", "original", "label", "similar", "person"]).nullable(),
  })
  .refine(({ target, unit }) => unit === null || (target !== null && convertible(target, unit)), {
    path: ["unit"],
    message: "cannot be converted",
  });
export type ColumnChoice = Readonly<z.infer<typeof columnChoiceSchema>>;

function convertible(target: string, unit: string): boolean {
  const measured = measuredField(target);
  return measured !== null && unitsFor(measured.field, measured.deviation).includes(unit);
}

export const columnChoicesSchema = z.array(columnChoiceSchema).superRefine((columns, context) => {
  const targets = columns.flatMap(({ target }) => target ?? []);
  const twice = [...new Set(targets.filter((target, index) => targets.indexOf(target) !== index))];
  for (const target of twice) context.addIssue({ code: "custom", message: "two columns mean the same", params: { target } });
});

const zoneSchema = z.string().refine((zone) => {
  try {
    return /^[A-Za-z][\w+\-/]*$/.test(zone) && new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}, "no time zone");

/** What holds for every row that does not say otherwise. Null: such a row is refused. */
export const fileRulesSchema = z.strictObject({
  protocol: protocolSchema.nullable(),
  /** The day of measurement, "YYYY-MM-DD". */
  measuredOn: z
    .string()
    .refine((text) => plainDate(text) !== null, "not a calendar date")
    .nullable(),
  timeZone: zoneSchema,
  /** `by_injury`: a complaint where the row names an injured region, else a check-up. */
  reason: z.enum([...choices.reason.schema.options, "by_injury"]),
  /** Whether a new person without a birth date gets one worked out from their age on the day. */
  birthDateFromAge: z.boolean(),
  /** How dates such as 03/04/2025 are written. */
  dateOrder: z.enum(["dmy", "mdy"]),
  /** What "M" means beside "F" or "H". */
  m: z.enum(["male", "female"]).nullable(),
});
export type FileRules = Readonly<z.infer<typeof fileRulesSchema>>;

/** How a file is to be read: what a person confirmed before anything is written. Stored as JSON. */
export const importPlanSchema = z.strictObject({ columns: columnChoicesSchema, rules: fileRulesSchema });
export type ImportPlan = Readonly<z.infer<typeof importPlanSchema>>;
