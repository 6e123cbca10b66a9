import type { Temporal } from "temporal-polyfill";
import { planAthlete } from "./athlete";
import type { PlannedAthlete, Standing } from "./plan";
import { createRandom } from "./random";
import { planStories } from "./stories";

const seed = 20261124;

/** Athletes without a sign-in, half of them of each team. */
export const cohortSize = 60;

/**
 * The whole demo as plain data: the people who can sign in, then `size` athletes. The same day gives the same cohort, and
 * another day the same one moved to it.
 */
export const planCohort = (today: Temporal.PlainDate, size = cohortSize): readonly PlannedAthlete[] => {
  const random = createRandom(seed);
  const stories = planStories(today, random.fork());
  const athletes = Array.from({ length: size }, (_, index) =>
    planAthlete(index, index % 2 === 0 ? "club" : "clinic", standingOf(index), today, random.fork()),
  );
  return [...stories, ...athletes];
};

/** One athlete took the consent back, and every ninth lets the team look and no more. */
const standingOf = (index: number): Standing => {
  if (index === 5) return "revoked";
  return index % 9 === 8 ? "view" : "record";
};
