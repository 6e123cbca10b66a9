import "server-only";
import { z } from "zod";
import { askCohort, cellSchema } from "./cohort-cells";
import { type Cohort, cohortZones, type Division } from "./cohort-people";
import { Prisma } from "./generated/client";
import type { Viewer } from "./viewer";

const rowSchema = cellSchema.extend({ zone: z.enum(cohortZones), values: z.array(z.number()) });
/** A metric's values of people who are alike. */
export type Values = z.infer<typeof rowSchema>;

/** Everybody's value of a metric, in the dictionary's unit, as far as a view divided like this may show it; null where the viewer does not work in the team. For lib/data only. */
export async function askValues(viewer: Viewer, cohort: Cohort, code: string, division: Division): Promise<readonly Values[] | null> {
  return askCohort(viewer, cohort, division, {
    metrics: [code],
    by: Prisma.sql`, zone, stranger`,
    sums: Prisma.sql`to_jsonb(array_agg(m0)) AS values`,
    row: rowSchema,
  });
}

export const valuesIn = (rows: readonly Values[]): number[] => rows.flatMap(({ values }) => values);
