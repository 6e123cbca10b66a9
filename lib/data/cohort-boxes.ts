import "server-only";
import { z } from "zod";
import { ageBands } from "@/lib/measurements/age-bands";
import { leastForEnds, statedCount, statedValue, visibleGroups } from "./cohort-disclosure";
import { askCohort, type Cohort, cohortZones, type Division, peopleOf } from "./cohort-people";
import { Prisma } from "./generated/client";
import type { Viewer } from "./viewer";

export type BoxDivision = Extract<Division, "zone" | "sex" | "age">;

export type BoxGroup = {
  /** A zone, a sex, or the key of an age band. */
  key: string;
  people: number;
  /** The ends are null under 20 people: there they would be one person's value. */
  p5: number | null;
  q1: number;
  median: number;
  q3: number;
  p95: number | null;
};
/** `hidden`: the keys of groups with people too few to be shown. */
export type Boxes = { groups: BoxGroup[]; hidden: string[] };

const rowSchema = z.object({
  key: z.string(),
  people: z.int(),
  strangers: z.int(),
  quantiles: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()]),
});

const columns: Record<BoxDivision, Prisma.Sql> = { zone: Prisma.sql`zone`, sex: Prisma.sql`sex`, age: Prisma.sql`band` };
const orders: Record<BoxDivision, readonly string[]> = {
  zone: cohortZones,
  sex: ["female", "male"],
  age: ageBands.map(({ key }) => key),
};

/**
 * How a metric is spread in each group, in the dictionary's unit. Everyone by zone is divided as a whole: filters of sex and age do
 * not apply. Null where the viewer does not work in the team.
 */
export async function boxes(viewer: Viewer, cohort: Cohort, code: string, division: BoxDivision): Promise<Boxes | null> {
  const column = columns[division];
  const query = Prisma.sql`${peopleOf(viewer, cohort, [code], division)}
    SELECT ${column} AS key, count(*)::int AS people, count(*) FILTER (WHERE stranger)::int AS strangers,
      to_jsonb(percentile_cont(ARRAY[0.05, 0.25, 0.5, 0.75, 0.95]) WITHIN GROUP (ORDER BY m0)) AS quantiles
    FROM person WHERE ${column} IS NOT NULL GROUP BY ${column}`;
  const rows = await askCohort(viewer, cohort, rowSchema, query);
  if (rows === null) return null;
  const order = orders[division];
  const { shown, hidden } = visibleGroups(
    cohort.scope,
    rows.toSorted((one, other) => order.indexOf(one.key) - order.indexOf(other.key)),
  );
  return { groups: shown.map((row) => stated(cohort, row)), hidden: hidden.map(({ key }) => key) };
}

function stated({ scope }: Cohort, { key, people, quantiles }: z.infer<typeof rowSchema>): BoxGroup {
  const [p5, q1, median, q3, p95] = quantiles.map((value) => statedValue(scope, value, quantiles[3] - quantiles[1])) as typeof quantiles;
  // Of everyone no ends: where the viewer knows most of a group, an end of it is a stranger's value.
  const ends = scope.kind !== "everyone" && people >= leastForEnds;
  return { key, people: statedCount(scope, people), p5: ends ? p5 : null, q1, median, q3, p95: ends ? p95 : null };
}
