import { strideFromSpeedAndStepRate } from "@/lib/measurements/derived";
import type { FieldCode } from "@/lib/measurements/dictionary";
import type { Measurements } from "@/lib/measurements/schema";
import { fillBody } from "./body";
import { normal, score } from "./marginal";
import { type Day, halfDifference, personShare } from "./on-the-day";
import type { Person } from "./person";
import { populationOfTriangle, reader, visitScores } from "./population";
import type { Random } from "./random";
import { createSheet } from "./sheet";

/**
 * Treadmill running under motion capture. Means, deviations and rank correlations of adults, first session each, in:
 * Ferber et al., A biomechanical dataset of 1,798 healthy and injured subjects during treadmill walking and running,
 * Scientific Data 11:1232 (2024), doi 10.1038/s41597-024-04011-7, CC BY 4.0. Metrics are means of both sides.
 */
export const runLab = populationOfTriangle(
  [
    ["age", score],
    ["male", score],
    ["height", score],
    ["weight", score],
    ["speed", normal(2.61, 0.36, [1.6, 3.8])],
    ["step_rate", normal(165.2, 9.6, [138, 196])],
    ["swing_time", normal(0.357, 0.021, [0.29, 0.43])],
    ["ankle_dorsiflexion_peak", normal(21.1, 3.2, [11, 31])],
    ["ankle_eversion_peak", normal(6.8, 2.9, [-2, 15])],
    ["ankle_rotation_peak", normal(1.4, 4.8, [-12, 15])],
    ["foot_progression_angle", normal(-5.2, 4.3, [-17, 8])],
    ["foot_strike_angle", normal(18.3, 7.3, [-5, 32])],
    ["vertical_oscillation", normal(86.9, 15.7, [45, 135])],
    ["pronation_onset", normal(19.3, 3.8, [9, 32])],
    ["pronation_offset", normal(53.8, 7.5, [33, 75])],
  ],
  [
    [0.06],
    [-0.04, 0.69],
    [0.16, 0.63, 0.69],
    [-0.32, 0.29, 0.31, -0.02],
    [0.03, -0.16, -0.31, -0.32, 0.22],
    [-0.15, 0.22, 0.3, 0.2, 0.14, -0.82],
    [-0.05, 0.07, 0.02, -0.15, 0.11, -0.22, 0.27],
    [0.08, 0.2, 0.13, 0.2, 0.03, -0.14, 0.11, -0.08],
    [0.05, 0.11, 0.08, 0.17, -0.13, -0.03, -0.03, 0.01, 0.09],
    [-0.04, -0.02, -0.01, -0.03, -0.1, -0.08, 0.04, 0.08, 0.06, 0.32],
    [-0.1, 0.06, 0.05, 0.05, 0.05, -0.22, 0.17, 0.33, 0.19, 0.11, 0.12],
    [-0.23, 0.26, 0.34, 0.18, 0.24, -0.63, 0.77, 0.14, 0.06, -0.08, 0.02, 0.04],
    [-0.26, -0.17, -0.11, -0.15, 0.25, 0.25, -0.08, -0.2, -0.02, -0.01, 0.27, 0.03, 0.01],
    [-0.06, -0.24, -0.17, -0.09, -0.21, 0.01, -0.05, -0.11, 0.11, 0.13, 0.33, 0.24, -0.23, 0.39],
  ],
);

/** Of the same people: half the difference of the sides (standard deviation), and the median step-to-step deviation. */
const spreads = {
  step_rate: [0.22, 1.48],
  stride_length: [0.0025, 0.0168],
  swing_time: [0.0038, 0.0053],
  contact_time: [0.0039, 0.0063],
  ankle_dorsiflexion_peak: [1.12, 0.77],
  ankle_eversion_peak: [1.69, 0.96],
  ankle_rotation_peak: [2.75, 0.84],
  foot_progression_angle: [2.18, 1.31],
  foot_strike_angle: [1.36, 1.12],
  vertical_oscillation: [4.36, 4.12],
  pronation_onset: [1.43, 1.54],
  pronation_offset: [3.69, 2.75],
} satisfies Partial<Record<FieldCode, readonly [number, number]>>;

const angles = [
  "ankle_dorsiflexion_peak",
  "ankle_eversion_peak",
  "ankle_rotation_peak",
  "foot_progression_angle",
  "foot_strike_angle",
  "pronation_onset",
  "pronation_offset",
] as const;

export const measureRunLab = (person: Person, day: Day, random: Random): Measurements => {
  const sheet = createSheet("run");
  const at = reader(runLab, visitScores(runLab, person.runLab, random, personShare));
  // Deviations of all metrics rise and fall together (rank correlations of some 0.4); a logarithm's deviation is 0.25.
  const unsteady = 0.6 * random.normal() + 0.5 * day.severity - 0.3 * day.form;
  const fill = (code: keyof typeof spreads, mean: number) => {
    const [half, step] = spreads[code];
    sheet.sides(code, mean, halfDifference(person.unevenness, code, half, day, random));
    sheet.deviations(code, step * Math.exp(0.25 * (unsteady + 0.8 * random.normal())), 0.06 * step * random.normal());
  };

  fillBody(sheet, person.body, random);
  const speed = at("speed", day.form - 0.5 * day.severity);
  const stepRate = at("step_rate", day.form / 2);
  const swingTime = at("swing_time", -day.form / 3);
  sheet.one("treadmill_speed", Number((3.6 * speed).toFixed(1)));
  sheet.one("speed", speed);
  fill("step_rate", stepRate);
  fill("stride_length", strideFromSpeedAndStepRate(speed, stepRate));
  fill("swing_time", swingTime);
  // A stride is two steps, and a foot is in the air or on the ground.
  fill("contact_time", 120 / stepRate - swingTime);
  fill("vertical_oscillation", at("vertical_oscillation", -day.form / 2));
  for (const code of angles) fill(code, at(code));
  return sheet.measurements();
};
