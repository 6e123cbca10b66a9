import type { Zone } from "@/lib/measurements/choices";
import type { Measurements } from "@/lib/measurements/schema";
import { fillBody } from "./body";
import type { Complaint } from "./injury";
import { normal, score } from "./marginal";
import { type Day, halfDifference, personShare } from "./on-the-day";
import type { Person } from "./person";
import { populationOfTriangle, reader, visitScores } from "./population";
import type { Random } from "./random";
import { createSheet } from "./sheet";

/**
 * Walking over force plates at one's own speed. Means, deviations and correlations of the healthy adults in: Horsak et al.,
 * GaitRec, a large-scale ground reaction force dataset of healthy and impaired gait, Scientific Data 7:143 (2020),
 * doi 10.1038/s41597-020-0481-z, CC BY 4.0. Forces in body weights, paths in metres, means of both sides.
 */
export const forcePlate = populationOfTriangle(
  [
    ["age", score],
    ["male", score],
    ["height", score],
    ["weight", score],
    ["vertical_force_first_peak", normal(1.122, 0.078, [0.9, 1.4])],
    ["vertical_force_valley", normal(0.73, 0.077, [0.5, 0.95])],
    ["vertical_force_second_peak", normal(1.114, 0.06, [0.9, 1.35])],
    ["braking_force_peak", normal(0.182, 0.036, [0.08, 0.3])],
    ["propulsive_force_peak", normal(0.223, 0.034, [0.11, 0.33])],
    ["medial_force_first_peak", normal(0.046, 0.013, [0.005, 0.09])],
    ["medial_force_second_peak", normal(0.038, 0.014, [0.003, 0.085])],
    ["lateral_force_peak", normal(0.049, 0.018, [0.002, 0.11])],
    ["cop_path_ap", normal(0.244, 0.027, [0.16, 0.33])],
    ["cop_path_ml", normal(0.03, 0.01, [0.01, 0.07])],
  ],
  [
    [0],
    [0, 0.74],
    [0.23, 0.55, 0.58],
    [0.02, 0, -0.04, -0.12],
    [0.03, 0.18, 0.15, 0.21, -0.82],
    [-0.24, -0.23, -0.19, -0.36, 0.09, -0.48],
    [-0.1, -0.41, -0.39, -0.33, 0.61, -0.77, 0.48],
    [-0.2, -0.35, -0.26, -0.25, 0.58, -0.74, 0.52, 0.82],
    [-0.09, -0.23, -0.21, -0.11, 0.29, -0.28, 0.07, 0.41, 0.44],
    [-0.07, 0.27, 0.15, 0.27, -0.24, 0.24, 0.03, -0.09, -0.15, 0.32],
    [0.06, 0.08, 0.06, -0.12, 0.44, -0.49, 0.13, 0.29, 0.27, -0.12, -0.47],
    [0.03, 0.67, 0.68, 0.55, 0.07, 0.02, -0.22, -0.34, -0.3, -0.2, 0.12, 0.09],
    [0.07, 0.5, 0.39, 0.35, -0.07, 0.15, -0.11, -0.24, -0.23, -0.18, 0.46, 0.17, 0.37],
  ],
);

/** In this order: the metrics, with half the difference of healthy people's sides (standard deviation). */
const metrics = [
  ["vertical_force_first_peak", 0.019],
  ["vertical_force_valley", 0.0105],
  ["vertical_force_second_peak", 0.0145],
  ["braking_force_peak", 0.0105],
  ["propulsive_force_peak", 0.008],
  ["medial_force_first_peak", 0.0045],
  ["medial_force_second_peak", 0.005],
  ["lateral_force_peak", 0.0065],
  ["cop_path_ap", 0.003],
  ["cop_path_ml", 0.004],
] as const;

/** Mean of the patients (first of all sessions) minus the healthy mean, in the order of the metrics: the affected leg and the other. */
const patients = {
  hip: {
    affected: [-0.088, 0.094, -0.083, -0.047, -0.047, -0.008, 0.003, -0.016, 0.019, 0.006],
    other: [-0.026, 0.059, -0.03, -0.025, -0.035, -0.003, 0.006, -0.001, 0.023, 0.006],
  },
  knee: {
    affected: [-0.087, 0.092, -0.087, -0.051, -0.044, -0.002, 0.005, -0.017, 0.013, 0.004],
    other: [-0.036, 0.066, -0.027, -0.022, -0.038, -0.001, 0.007, -0.007, 0.02, 0.005],
  },
  ankle: {
    affected: [-0.062, 0.078, -0.114, -0.043, -0.076, 0.003, 0.012, -0.015, 0.016, 0.008],
    other: [-0.039, 0.07, -0.04, -0.035, -0.041, 0.003, 0.01, -0.009, 0.023, 0.006],
  },
  foot: {
    affected: [-0.06, 0.078, -0.138, -0.046, -0.09, 0.005, 0.013, -0.017, 0.022, 0.006],
    other: [-0.025, 0.071, -0.047, -0.032, -0.049, 0.003, 0.01, -0.011, 0.029, 0.007],
  },
} as const;

/** The measured class that a region's gait is taken from: the neighbour's, weaker, where none was measured. */
const nearest: Record<Zone, readonly [keyof typeof patients, number]> = {
  back: ["hip", 0.4],
  hip: ["hip", 1],
  thigh: ["hip", 0.7],
  knee: ["knee", 1],
  leg: ["ankle", 0.7],
  ankle: ["ankle", 1],
  foot: ["foot", 1],
};

type Change = { readonly left: number; readonly right: number };

const changeOf = (complaint: Complaint | null, severity: number, metric: number): Change => {
  if (complaint === null) return { left: 0, right: 0 };
  const [zone, weight] = nearest[complaint.region];
  const affected = severity * weight * (patients[zone].affected[metric] ?? 0);
  const other = severity * weight * (patients[zone].other[metric] ?? 0);
  return {
    left: complaint.side === "right" ? other : affected,
    right: complaint.side === "left" ? other : affected,
  };
};

export const measureForcePlate = (person: Person, day: Day, random: Random): Measurements => {
  const sheet = createSheet("walk");
  const scores = visitScores(forcePlate, person.forcePlate, random, personShare);
  const at = reader(forcePlate, scores);

  fillBody(sheet, person.body, random);
  // Push-off and speed go together, and pain slows: healthy people walk at some 1.35 m/s, the clinic's at some 1.1.
  const pushOff = (at("propulsive_force_peak") - 0.223) / 0.034;
  sheet.one("speed", 1.35 - 0.25 * day.severity + 0.08 * pushOff + 0.03 * random.normal());
  metrics.forEach(([code, typical], index) => {
    const change = changeOf(day.complaint, day.severity, index);
    const half = halfDifference(person.unevenness, code, typical, { ...day, severity: 0 }, random);
    sheet.sides(code, at(code) + (change.left + change.right) / 2, half + (change.left - change.right) / 2);
  });
  return sheet.measurements();
};
