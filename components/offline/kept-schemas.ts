// Apart, so that zod is loaded only where this device holds something to read: no page needs it to begin with.
import * as z from "zod/mini";

export const draftSchema = z.object({
  savedAt: z.iso.datetime(),
  step: z.int().check(z.nonnegative()),
  values: z.record(z.string(), z.string()),
});
export type Draft = z.infer<typeof draftSchema>;

export const pendingSchema = z.object({
  savedAt: z.iso.datetime(),
  submissionId: z.uuid(),
  /** Whose record it is for; null: the person's own. */
  athleteId: z.nullable(z.string()),
  /** The form it came from, and under whom that form keeps its draft. */
  form: z.string(),
  draftOwner: z.string(),
  /** How the numbers were entered, as the form was drawn: the person may choose other units before they are sent. */
  units: z.record(z.string(), z.string()),
  values: z.record(z.string(), z.string()),
});
export type Pending = z.infer<typeof pendingSchema>;
