import "server-only";
import { z } from "zod";
import { statedCount, statedValue } from "./cohort-disclosure";
import { correlationInterval, type Interval, leastForCorrelation } from "./cohort-intervals";
import { askCohort, type Cohort, type CohortZone, cohortZones, peopleOf } from "./cohort-people";
import { Prisma } from "./generated/client";
import type { Sex } from "./generated/enums";
import type { Viewer } from "./viewer";

export type CohortPoint = { athleteId: string; name: string; x: number; y: number; sex: Sex; zone: CohortZone };

export type CohortScatter = {
  /** Who has both metrics, drawn or not. */
  people: number;
  /** A sample of at most 1,000, the same each time, chosen without regard to the values; nobody of everyone. */
  points: CohortPoint[];
  /** Pearson's r with its 95 % interval and the straight line of least squares, of all and not of the sample; null under 20 people. */
  association: { r: number; interval: Interval; line: { slope: number; intercept: number } | null } | null;
};

export const mostPoints = 1000;

const rowSchema = z.object({
  people: z.int(),
  r: z.number().nullable(),
  slope: z.number().nullable(),
  intercept: z.number().nullable(),
  points: z.array(
    z.object({
      athleteId: z.string(),
      name: z.string(),
      x: z.number(),
      y: z.number(),
      sex: z.enum(["female", "male"]),
      zone: z.enum(cohortZones),
    }),
  ),
});

/** Two metrics against each other, in the dictionary's units. Null where the viewer does not work in the team. */
export async function scatter(viewer: Viewer, cohort: Cohort, x: string, y: string): Promise<CohortScatter | null> {
  const most = cohort.scope.kind === "everyone" ? 0 : mostPoints;
  const query = Prisma.sql`${peopleOf(viewer, cohort, [x, y], null)}, sample AS (
      SELECT person."athleteId", person.m0, person.m1, person.sex, person.zone
      FROM person ORDER BY md5(person."athleteId"::text) LIMIT ${most}::int
    )
    SELECT count(*)::int AS people, corr(m1, m0) AS r, regr_slope(m1, m0) AS slope, regr_intercept(m1, m0) AS intercept,
      (
        SELECT COALESCE(jsonb_agg(jsonb_build_object('athleteId', sample."athleteId", 'name', athlete.name,
          'x', sample.m0, 'y', sample.m1, 'sex', sample.sex, 'zone', sample.zone) ORDER BY sample.m0, sample."athleteId"), '[]'::jsonb)
        FROM sample JOIN "Athlete" athlete ON athlete.id = sample."athleteId"
      ) AS points
    FROM person`;
  const rows = await askCohort(viewer, cohort, rowSchema, query);
  const [row] = rows ?? [];
  if (row === undefined) return null;
  return { people: statedCount(cohort.scope, row.people), points: row.points, association: associationOf(cohort, row) };
}

function associationOf({ scope }: Cohort, { people, r, slope, intercept }: z.infer<typeof rowSchema>): CohortScatter["association"] {
  const interval = correlationInterval(r, people);
  if (interval === null || r === null || slope === null || intercept === null || people < leastForCorrelation) return null;
  return {
    r: statedValue(scope, r, 1),
    interval: { low: statedValue(scope, interval.low, 1), high: statedValue(scope, interval.high, 1) },
    line: scope.kind === "everyone" ? null : { slope, intercept },
  };
}
