import "server-only";
import { z } from "zod";
import { onceFor } from "@/lib/once-for";
import { askCohort, cellSchema } from "./cohort-cells";
import { statedCount, statedValue } from "./cohort-disclosure";
import { correlationInterval, type Interval } from "./cohort-intervals";
import { associationIn, type Moments, momentsOf, momentsSchema, together } from "./cohort-moments";
import { type Cohort, type CohortZone, cohortZones } from "./cohort-people";
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

/** So many of each part are kept: of the sample there are hardly ever half as many in one. */
const mostOfPart = 64;

const rowSchema = cellSchema.extend({
  moments: momentsSchema,
  /** `place`: among its part, by chance. */
  points: z.array(z.object({ athleteId: z.string(), x: z.number(), y: z.number(), zone: z.enum(cohortZones), place: z.int() })),
});
type Row = z.infer<typeof rowSchema>;

const namesSchema = z.array(z.object({ id: z.string(), name: z.string() }));

/** Two metrics against each other, in the dictionary's units. Null where the viewer does not work in the team. */
export async function scatter(viewer: Viewer, cohort: Cohort, x: string, y: string): Promise<CohortScatter | null> {
  const most = cohort.scope.kind === "everyone" ? 0 : mostOfPart;
  const rows = await askCohort(viewer, cohort, null, {
    metrics: [x, y],
    sums: Prisma.sql`to_jsonb(${momentsOf(0, 1)}) AS moments,
      COALESCE(jsonb_agg(jsonb_build_object('athleteId', "athleteId", 'x', m0, 'y', m1, 'zone', zone, 'place', place))
        FILTER (WHERE place <= ${most}::int), '[]'::jsonb) AS points`,
    row: rowSchema,
  });
  if (rows === null) return null;
  const moments = together(rows.map((row) => row.moments));
  return {
    people: statedCount(cohort.scope, moments.count),
    points: await named(sampleOf(rows)),
    association: associationOf(cohort, moments),
  };
}

type Point = Omit<CohortPoint, "name">;

/** From each part as many; drawn once while the rows are the same. */
const sampleOf = onceFor((rows: readonly Row[]): Point[] => {
  const points = rows.flatMap(({ sex, points: own }) => own.map((point) => ({ ...point, sex })));
  const sample = points.toSorted((one, other) => one.place - other.place || byId(one, other)).slice(0, mostPoints);
  return sample.map(({ place: _, ...point }) => point).toSorted((one, other) => one.x - other.x || byId(one, other));
});

const byId = (one: Point, other: Point): number => (one.athleteId < other.athleteId ? -1 : 1);

/** With the names as they are now: of them nothing is kept. */
async function named(points: readonly Point[]): Promise<CohortPoint[]> {
  if (points.length === 0) return [];
  const ids = points.map(({ athleteId }) => athleteId);
  const rows = await database().$queryRaw`SELECT id::text, name FROM "Athlete" WHERE id = ANY(${ids}::uuid[])`;
  const names = new Map(namesSchema.parse(rows).map(({ id, name }) => [id, name]));
  return points.flatMap((point) => {
    const name = names.get(point.athleteId);
    return name === undefined ? [] : [{ ...point, name }];
  });
}

function associationOf({ scope }: Cohort, moments: Moments): CohortScatter["association"] {
  const found = associationIn(moments);
  const interval = correlationInterval(found?.r ?? null, moments.count);
  if (found === null || interval === null) return null;
  const { r, slope, intercept } = found;
  return {
    r: statedValue(scope, r, 1),
    interval: { low: statedValue(scope, interval.low, 1), high: statedValue(scope, interval.high, 1) },
    line: scope.kind === "everyone" ? null : { slope, intercept },
  };
}
