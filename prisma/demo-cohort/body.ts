import type { Sex } from "@/lib/data/generated/enums";
import { logNormal, normal, quantiles } from "./marginal";
import { drawScores, populationOfPairs, reader } from "./population";
import type { Random } from "./random";
import type { Sheet } from "./sheet";

// Printed figures of the original application's sample of 717 treadmill walkers (239 women, 478 men).

const femaleShare = 239 / 717;
const age = quantiles([18, 29, 39, 48, 80]);

// Within a sex: its mean, the standard deviation within both, and what is left of the printed correlations (height and shoe
// 0.841, height and weight 0.634, weight and shoe 0.671) once sex (0.671, 0.773, 0.545) is taken out.
const correlations = [
  ["height", "shoe", 0.685],
  ["height", "weight", 0.43],
  ["weight", "shoe", 0.47],
  ["fpi_left", "fpi_right", 0.915],
] as const;
const footPosture = quantiles([-11, 0, 4, 6, 12]);

const bodies = {
  female: populationOfPairs(
    [
      ["height", normal(164.8, 6.6, [148, 186])],
      ["weight", logNormal(61.1, 10.4, [42, 110])],
      ["shoe", normal(38.8, 1.7, [35, 43.5])],
      ["fpi_left", footPosture],
      ["fpi_right", footPosture],
    ],
    correlations,
  ),
  male: populationOfPairs(
    [
      ["height", normal(177.4, 6.6, [158, 200])],
      ["weight", logNormal(76.5, 11.6, [50, 135])],
      ["shoe", normal(43.1, 1.7, [38.5, 49])],
      ["fpi_left", footPosture],
      ["fpi_right", footPosture],
    ],
    correlations,
  ),
};

export type Body = {
  readonly sex: Sex;
  /** Years on the day of the first visit, not rounded. */
  readonly age: number;
  readonly heightCm: number;
  readonly weightKg: number;
  readonly shoeSize: number;
  readonly footPosture: { readonly left: number; readonly right: number };
};

/** A body; sex and age may be given. */
export const drawBody = (random: Random, given: { readonly sex?: Sex; readonly age?: number } = {}): Body => {
  const sex = given.sex ?? (random.chance(femaleShare) ? "female" : "male");
  const years = age(random.normal());
  const at = reader(bodies[sex], drawScores(bodies[sex], random));
  return {
    sex,
    age: given.age ?? years,
    heightCm: Math.round(at("height")),
    weightKg: at("weight"),
    shoeSize: Math.round(2 * at("shoe")) / 2,
    footPosture: { left: Math.round(at("fpi_left")), right: Math.round(at("fpi_right")) },
  };
};

/** Writes the body as it is on the day: weight moves by some 1.5 %. Returns that weight. */
export const fillBody = (sheet: Sheet, body: Body, random: Random): number => {
  const weight = body.weightKg * (1 + 0.015 * random.normal());
  sheet.one("height_cm", body.heightCm);
  sheet.one("weight_kg", Number(weight.toFixed(1)));
  sheet.one("shoe_size_eu", body.shoeSize);
  return weight;
};
