import "server-only";
import { z } from "zod";
import { ageBands } from "@/lib/measurements/age-bands";
import { isGroup, together } from "./cohort-disclosure";
import { type Cohort, type Division, peopleOf, takesPersonFilters } from "./cohort-people";
import { Prisma } from "./generated/client";
import { keptRows } from "./kept-answers";
import type { Viewer } from "./viewer";

// A cohort is summed up in the database by cells, people of one sex and age band in one part of all, and what is shown of it is
// added up from those. Rows of a cell may be divided further; each says how many people it is of.

export const cellSchema = z.object({
  part: z.int(),
  sex: z.enum(["female", "male"]),
  band: z.enum(ageBands.map(({ key }) => key)).nullable(),
  people: z.int(),
  strangers: z.int(),
});
type Cell = z.infer<typeof cellSchema>;

export type CellsQuery<Row extends Cell> = {
  /** Only people who have all of them; more than two are taken as far as each is there. */
  metrics: readonly string[];
  /** SQL: what is summed up of `person` in each cell (see {@link peopleOf}). */
  sums: Prisma.Sql;
  /** SQL: what cells are divided by further, after a comma. */
  by?: Prisma.Sql;
  row: z.ZodType<Row>;
};

/** The rows of a cohort whose people may be shown together, divided as a view divides them; null where the viewer does not work in the team. For lib/data only. */
export async function askCohort<Row extends Cell>(
  viewer: Viewer,
  cohort: Cohort,
  division: Division,
  { metrics, sums, by = Prisma.empty, row }: CellsQuery<Row>,
): Promise<readonly Row[] | null> {
  const rows = await keptRows(viewer, cohort.scope, {
    row,
    of: (parts) => Prisma.sql`${peopleOf(viewer, cohort, metrics, parts)}
      SELECT part, sex, band ${by}, count(*)::int AS people, count(*) FILTER (WHERE stranger)::int AS strangers, ${sums}
      FROM person GROUP BY part, sex, band ${by} ORDER BY part, sex, band ${by}`,
  });
  return rows && shownCells(cohort, division, rows);
}

/**
 * Of people whom the viewer may look up, every row, in the same array. Of everyone, no difference between two answers may hold fewer than five people
 * whom the viewer cannot look up otherwise (their own athletes subtracted). So a division or filter by sex and age is answered from
 * those cells of sex × age band alone that are groups by themselves, and the undivided whole holds the others where they are a
 * group together.
 */
export function shownCells<Row extends Omit<Cell, "part">>(cohort: Cohort, division: Division, rows: readonly Row[]): readonly Row[] {
  if (cohort.scope.kind !== "everyone") return rows;
  const { sex, ageBands: wanted } = cohort.filters;
  const filtered = takesPersonFilters(cohort, division) && (sex !== null || wanted.length > 0);
  const cells = [...Map.groupBy(rows, (row) => `${row.sex} ${row.band}`).values()];
  const small = new Set(cells.filter((cell) => !isGroup(together(cell))).flat());
  const whole = !filtered && division !== "sex" && division !== "age";
  const sound = whole && isGroup(together([...small])) ? rows : rows.filter((row) => !small.has(row));
  if (!filtered) return sound;
  return sound.filter((row) => (sex === null || row.sex === sex) && (wanted.length === 0 || (row.band && wanted.includes(row.band))));
}
