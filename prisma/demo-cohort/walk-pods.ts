import { strideFromSpeedAndStepRate } from "@/lib/measurements/derived";
import type { Measurements } from "@/lib/measurements/schema";
import { fillBody } from "./body";
import { quantiles, score } from "./marginal";
import { type Day, halfDifference, personShare } from "./on-the-day";
import type { Person } from "./person";
import { populationOfPairs, reader, visitScores } from "./population";
import type { Random } from "./random";
import { createSheet } from "./sheet";

/**
 * Walking on a treadmill with foot sensors: the printed quantiles and correlations of the original application's sample of 717.
 * The ends leave out its errors (speeds of 0.08 m/s, strides of 8 cm, contact below half of the cycle). Signs of the
 * correlations that were printed without one follow from footstrike −0.996 with the stance excursion.
 */
export const walkPods = populationOfPairs(
  [
    ["speed", quantiles([1, 1.361, 1.371, 1.379, 1.72])],
    ["step_rate", quantiles([90, 107, 110.8, 114.5, 132])],
    ["impact_gs", quantiles([0.6, 1.132, 1.364, 1.786, 4.6], "log")],
    ["braking_gs", quantiles([0.68, 1.209, 1.496, 1.888, 4.4], "log")],
    ["footstrike_type", quantiles([1.25, 6.14, 8.64, 10.36, 15.4])],
    ["pronation_excursion_fs_mp", quantiles([-26, -9.95, -6.24, -3.77, 9])],
    ["stance_excursion_fs_mp", quantiles([-0.16, 9.17, 13.71, 20.01, 37.08])],
    ["stance_excursion_mp_to", quantiles([36, 62.86, 70.21, 76.51, 93.93])],
    ["pronation_excursion_mp_to", quantiles([-22.86, -8.72, -3.9, 1.01, 19.83])],
    ["contact_ratio", quantiles([58, 62.57, 63.57, 64.43, 69])],
    ["total_force_rate", quantiles([6.5, 14.92, 21.7, 27.91, 48])],
    ["shock_residual", score],
  ],
  [
    ["impact_gs", "braking_gs", 0.72],
    ["footstrike_type", "stance_excursion_fs_mp", -0.996],
    ["footstrike_type", "pronation_excursion_fs_mp", 0.573],
    ["footstrike_type", "stance_excursion_mp_to", 0.561],
    ["stance_excursion_fs_mp", "stance_excursion_mp_to", -0.562],
    ["pronation_excursion_fs_mp", "stance_excursion_fs_mp", -0.56],
    ["pronation_excursion_fs_mp", "stance_excursion_mp_to", 0.32],
  ],
);

/** The sensor reads 1.3 % less than the belt's speed. Belts are set in halves of a km/h, nearly always at 5. */
const beltSpeed = (speed: number): number => Math.min(5.5, Math.max(4, Math.round((2 * 3.6 * speed) / 0.987) / 2));

/** Fields by side, and the typical half difference of a person's sides. */
const bySide = [
  ["impact_gs", 0.09],
  ["braking_gs", 0.09],
  ["footstrike_type", 0.5],
  ["pronation_excursion_fs_mp", 0.9],
  ["stance_excursion_fs_mp", 1.1],
  ["stance_excursion_mp_to", 1.5],
  ["pronation_excursion_mp_to", 1.3],
  ["contact_ratio", 0.3],
  ["total_force_rate", 1.4],
] as const;

export const measureWalkPods = (person: Person, day: Day, random: Random): Measurements => {
  const sheet = createSheet("walk");
  const at = reader(walkPods, visitScores(walkPods, person.walkPods, random, personShare));
  const half = (code: string, typical: number) => halfDifference(person.unevenness, code, typical, day, random);

  fillBody(sheet, person.body, random);
  const speed = at("speed");
  const stepRate = at("step_rate");
  sheet.one("treadmill_speed", beltSpeed(speed));
  sheet.one("speed", speed);
  sheet.one("step_rate", stepRate);
  sheet.one("stride_length", strideFromSpeedAndStepRate(speed, stepRate));
  for (const [code, typical] of bySide) sheet.sides(code, at(code), half(code, typical));
  // The mean of the steps' resultants is a little more than the resultant of the means.
  const resultant = Math.hypot(at("impact_gs"), at("braking_gs"));
  sheet.sides("shock", resultant * (1.03 + 0.02 * at("shock_residual")), half("shock", 0.12));
  return sheet.measurements();
};
