import "server-only";
import { z } from "zod";
import { statedCount, statedValue, visibleGroups } from "./cohort-disclosure";
import { meanInterval } from "./cohort-intervals";
import { askCohort, type Cohort, type CohortZone, cohortZones, peopleOf } from "./cohort-people";
import { Prisma } from "./generated/client";
import type { Viewer } from "./viewer";

export type ZoneMean = {
  zone: CohortZone;
  people: number;
  mean: number;
  /** Null for one person. */
  sd: number | null;
  /** The 95 % interval of the mean; null under 5 people. */
  low: number | null;
  high: number | null;
};
/** `hidden`: zones with people too few to be shown. */
export type ZoneMeans = { zones: ZoneMean[]; hidden: CohortZone[] };

const rowSchema = z.object({
  zone: z.enum(cohortZones),
  people: z.int(),
  strangers: z.int(),
  mean: z.number(),
  sd: z.number().nullable(),
});

/**
 * The mean of a metric by zone of the stated injury, in the dictionary's unit, from the back down. Everyone is divided as a whole:
 * filters of sex and age do not apply. Null where the viewer does not work in the team.
 */
export async function meansByZone(viewer: Viewer, cohort: Cohort, code: string): Promise<ZoneMeans | null> {
  const query = Prisma.sql`${peopleOf(viewer, cohort, [code], "zone")}
    SELECT zone, count(*)::int AS people, count(*) FILTER (WHERE stranger)::int AS strangers,
      avg(m0) AS mean, stddev_samp(m0) AS sd
    FROM person GROUP BY zone`;
  const rows = await askCohort(viewer, cohort, rowSchema, query);
  if (rows === null) return null;
  const ordered = rows.toSorted((one, other) => cohortZones.indexOf(one.zone) - cohortZones.indexOf(other.zone));
  const { shown, hidden } = visibleGroups(cohort.scope, ordered);
  return { zones: shown.map((row) => stated(cohort, row)), hidden: hidden.map(({ zone }) => zone) };
}

function stated({ scope }: Cohort, { zone, people, mean, sd }: z.infer<typeof rowSchema>): ZoneMean {
  const round = (value: number) => statedValue(scope, value, sd ?? 0);
  const interval = meanInterval(mean, sd, people);
  return {
    zone,
    people: statedCount(scope, people),
    mean: round(mean),
    sd: sd === null ? null : round(sd),
    low: interval && round(interval.low),
    high: interval && round(interval.high),
  };
}
