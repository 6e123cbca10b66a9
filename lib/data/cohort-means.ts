import "server-only";
import { type Distribution, distributionOf } from "@/lib/measurements/quantiles";
import { statedCount, statedValue, together, visibleGroups } from "./cohort-disclosure";
import { meanInterval } from "./cohort-intervals";
import { type Cohort, type CohortZone, cohortZones } from "./cohort-people";
import { askValues, valuesIn } from "./cohort-values";
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

/**
 * The mean of a metric by zone of the stated injury, in the dictionary's unit, from the back down. Everyone is divided as a whole:
 * filters of sex and age do not apply. Null where the viewer does not work in the team.
 */
export async function meansByZone(viewer: Viewer, cohort: Cohort, code: string): Promise<ZoneMeans | null> {
  const rows = await askValues(viewer, cohort, code, "zone");
  if (rows === null) return null;
  const byZone = Map.groupBy(rows, ({ zone }) => zone);
  const groups = cohortZones.flatMap((zone) => {
    const own = byZone.get(zone);
    return own ? [{ zone, ...together(own), ...spreadOf(distributionOf(valuesIn(own))) }] : [];
  });
  const { shown, hidden } = visibleGroups(cohort.scope, groups);
  return { zones: shown.map((group) => stated(cohort, group)), hidden: hidden.map(({ zone }) => zone) };
}

type Spread = { mean: number; sd: number | null };

/** Added up in ascending order, so that it is the same to the last digit however the values came. */
function spreadOf(values: Distribution): Spread {
  const sum = (of: (value: number) => number) => Array.from(values, of).reduce((total, each) => total + each, 0);
  const mean = sum((value) => value) / values.length;
  return { mean, sd: values.length > 1 ? Math.sqrt(sum((value) => (value - mean) ** 2) / (values.length - 1)) : null };
}

function stated({ scope }: Cohort, { zone, people, mean, sd }: Spread & { zone: CohortZone; people: number }): ZoneMean {
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
