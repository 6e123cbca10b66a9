import "server-only";
import { z } from "zod";
import { importPlanSchema } from "@/lib/exchange";
import type { ImportStatus } from "./generated/enums";

/** The consent that whoever imports obtained from every person the file brings who has no record yet: to being recorded, for that is what an import does. */
export const newPeopleSchema = z.strictObject({
  /** `signed`, `spoken`, or how it was in other words. */
  obtainedHow: z.string().trim().min(1).max(200),
  /** "YYYY-MM-DD" */
  obtainedOn: z.iso.date(),
});
export type NewPeople = Readonly<z.infer<typeof newPeopleSchema>>;

const previewSchema = z.strictObject({
  /** People without a record yet. */
  newPeople: z.int().nonnegative(),
  /** Clinical tests left out because the row names no side. */
  testsLeftOut: z.int().nonnegative(),
});
export type Preview = Readonly<z.infer<typeof previewSchema>>;

/** Nobody has decided yet whether the file is brought in. */
export const undecided = ["uploaded", "checking", "checked"] satisfies ImportStatus[];

/** What Import.plan holds. */
export const importStateSchema = z.strictObject({
  format: z
    .strictObject({
      encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252"]),
      delimiter: z.enum([",", ";", "\t"]),
      header: z.array(z.string()),
    })
    /** Null for a watch's file. */
    .nullable(),
  plan: importPlanSchema,
  newPeople: newPeopleSchema.nullable(),
  preview: previewSchema.nullable(),
});
export type ImportState = Readonly<z.infer<typeof importStateSchema>>;

export const refusalSchema = z.array(
  z.strictObject({
    column: z.string().nullable(),
    value: z.string(),
    code: z.string(),
    range: z.tuple([z.number(), z.number()]).optional(),
    perhaps: z.string().optional(),
  }),
);
