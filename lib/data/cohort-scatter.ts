import "server-only";
import { z } from "zod";
import { statedCount, statedValue } from "./cohort-disclosure";
import { correlationInterval, type Interval, leastForCorrelation } from "./cohort-intervals";
import { askCohort, type Cohort, type CohortZone, cohortZones, peopleOf } from "./cohort-people";
import { database } from "./database";
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
      x: z.number(),
      y: z.number(),
      sex: z.enum(["female", "male"]),
      zone: z.enum(cohortZones),
    }),
  ),
});

const namesSchema = z.array(z.object({ id: z.string(), name: z.string() }));

/** Two metrics against each other, in the dictionary's units. Null where the viewer does not work in the team. */
export async function scatter(viewer: Viewer, cohort: Cohort, x: string, y: string): Promise<CohortScatter | null> {
  const most = cohort.scope.kind === "everyone" ? 0 : mostPoints;
  const query = Prisma.sql`${peopleOf(viewer, cohort, [x, y], null)}, sample AS (
      SELECT person."athleteId", person.m0, person.m1, person.sex, person.zone
      FROM person ORDER BY md5(person."athleteId"::text) LIMIT ${most}::int
    )
    SELECT count(*)::int AS people, corr(m1, m0) AS r, regr_slope(m1, m0) AS slope, regr_intercept(m1, m0) AS intercept,
      (
        SELECT COALESCE(jsonb_agg(jsonb_build_object('athleteId', sample."athleteId", 'x', sample.m0, 'y', sample.m1,
          'sex', sample.sex, 'zone', sample.zone) ORDER BY sample.m0, sample."athleteId"), '[]'::jsonb)
        FROM sample
      ) AS points
    FROM person`;
  const rows = await askCohort(viewer, cohort, rowSchema, query);
  const [row] = rows ?? [];
  if (row === undefined) return null;
  return { people: statedCount(cohort.scope, row.people), points: await named(row.points), association: associationOf(cohort, row) };
}

/** With the names as they are now: of them nothing is kept. */
async function named(points: z.infer<typeof rowSchema>["points"]): Promise<CohortPoint[]> {
  if (points.length === 0) return [];
  const ids = points.map(({ athleteId }) => athleteId);
  const rows = await database().$queryRaw`SELECT id::text, name FROM "Athlete" WHERE id = ANY(${ids}::uuid[])`;
  const names = new Map(namesSchema.parse(rows).map(({ id, name }) => [id, name]));
  return points.flatMap((point) => {
    const name = names.get(point.athleteId);
    return name === undefined ? [] : [{ ...point, name }];
  });
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
