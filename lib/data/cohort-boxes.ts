import "server-only";
import { ageBands } from "@/lib/measurements/age-bands";
import { type Distribution, distributionOf, quantileOf } from "@/lib/measurements/quantiles";
import { leastForEnds, statedCount, statedValue, together, visibleGroups } from "./cohort-disclosure";
import { type Cohort, cohortZones, type Division } from "./cohort-people";
import { askValues, type Values, valuesIn } from "./cohort-values";
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

const keys: Record<BoxDivision, (row: Values) => string | null> = {
  zone: ({ zone }) => zone,
  sex: ({ sex }) => sex,
  age: ({ band }) => band,
};
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
  const rows = await askValues(viewer, cohort, code, division);
  if (rows === null) return null;
  const byKey = Map.groupBy(rows, keys[division]);
  const groups = orders[division].flatMap((key) => {
    const own = byKey.get(key);
    return own ? [{ key, ...together(own), values: distributionOf(valuesIn(own)) }] : [];
  });
  const { shown, hidden } = visibleGroups(cohort.scope, groups);
  return { groups: shown.map((group) => stated(cohort, group)), hidden: hidden.map(({ key }) => key) };
}

function stated({ scope }: Cohort, { key, people, values }: { key: string; people: number; values: Distribution }): BoxGroup {
  const at = (share: number) => quantileOf(values, share) ?? Number.NaN;
  const [q1, q3] = [at(0.25), at(0.75)];
  const round = (value: number) => statedValue(scope, value, q3 - q1);
  // Of everyone no ends: where the viewer knows most of a group, an end of it is a stranger's value.
  const ends = scope.kind !== "everyone" && people >= leastForEnds;
  return {
    key,
    people: statedCount(scope, people),
    p5: ends ? round(at(0.05)) : null,
    q1: round(q1),
    median: round(at(0.5)),
    q3: round(q3),
    p95: ends ? round(at(0.95)) : null,
  };
}
