import type { Body } from "./body";
import type { Complaint } from "./injury";
import type { Random } from "./random";

/** How a person is on the day of a visit. */
export type Day = {
  readonly complaint: Complaint | null;
  /** How much the complaint shows in the gait: 0 not at all, 1 as in a clinic's patients on average. */
  readonly severity: number;
  /** Form, as a shift of standard scores: 0 the person's usual. */
  readonly form: number;
};

/** By field, how much the left exceeds the right, as a standard normal score. */
export type Unevenness = ReadonlyMap<string, number>;

/** The share of the variance between visits of different people that is the person's own; the rest is the day's. */
export const personShare = 0.8;

/** Half the difference of the sides: mostly the person's own, and larger with a complaint. `typical` is its standard deviation in healthy people. */
export const halfDifference = (unevenness: Unevenness, code: string, typical: number, day: Day, random: Random): number => {
  const score = Math.sqrt(personShare) * (unevenness.get(code) ?? 0) + Math.sqrt(1 - personShare) * random.normal();
  return typical * score * (1 + day.severity);
};

/** Age, sex, height and mass as scores of the people who were measured for the tables of `run-lab.ts` and `force-plate.ts`. */
export const standardised = {
  runners: ({ age, sex, heightCm, weightKg }: Body) => [
    (age - 39.5) / 12,
    sex === "male" ? 1 : -1,
    (heightCm - 171.9) / 9,
    (weightKg - 70.6) / 13.3,
  ],
  walkers: ({ age, sex, heightCm, weightKg }: Body) => [
    (age - 36.8) / 13.3,
    sex === "male" ? 1 : -1,
    (heightCm - 173.2) / 8.4,
    (weightKg - 74.1) / 15.1,
  ],
};
