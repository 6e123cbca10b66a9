import { strideFromSpeedAndStepRate } from "@/lib/measurements/derived";
import type { Measurements } from "@/lib/measurements/schema";
import { fillBody } from "./body";
import { logNormal, normal, score } from "./marginal";
import { type Day, halfDifference, personShare } from "./on-the-day";
import type { Person } from "./person";
import { populationOfPairs, reader, visitScores } from "./population";
import type { Random } from "./random";
import { createSheet } from "./sheet";

/** Running with foot sensors: printed means, deviations and correlations of the runners in the original application's data. */
export const runPods = populationOfPairs(
  [
    ["speed", normal(3.21, 0.51, [1.96, 5.2])],
    ["step_rate", normal(163.6, 8.4, [140, 195])],
    ["impact_gs", logNormal(7.31, 2.44, [2, 20])],
    ["braking_gs", logNormal(5.62, 1.96, [1.5, 17])],
    // Printed in centimetres as 9.12 and 1.66.
    ["vertical_oscillation", normal(91.2, 16.6, [45, 150])],
    ["total_force_rate", normal(70.5, 21.3, [15, 150])],
    ["stance_excursion_fs_mp", normal(14.6, 10, [-4, 39])],
    ["stance_excursion_mp_to", normal(65.1, 7.3, [40, 90])],
    ["flight_residual", score],
    ["force_rate_residual", score],
    ["power_residual", score],
  ],
  [
    ["impact_gs", "braking_gs", 0.2],
    ["step_rate", "vertical_oscillation", -0.9],
    ["speed", "step_rate", 0.2],
  ],
);

const bySide = [
  ["impact_gs", 0.4],
  ["braking_gs", 0.35],
  ["vertical_oscillation", 1.5],
  ["total_force_rate", 3],
  ["stance_excursion_fs_mp", 1.3],
  ["stance_excursion_mp_to", 1.3],
] as const;

export const measureRunPods = (person: Person, day: Day, random: Random): Measurements => {
  const sheet = createSheet("run");
  const at = reader(runPods, visitScores(runPods, person.runPods, random, personShare));
  const half = (code: string, typical: number) => halfDifference(person.unevenness, code, typical, day, random);

  const weight = fillBody(sheet, person.body, random);
  const speed = at("speed", day.form);
  const stepRate = at("step_rate", day.form / 2);
  const stride = strideFromSpeedAndStepRate(speed, stepRate);
  sheet.one("speed", speed);
  sheet.one("step_rate", stepRate);
  sheet.one("stride_length", stride);
  for (const [code, typical] of bySide) sheet.sides(code, at(code), half(code, typical));
  sheet.sides("shock", Math.hypot(at("impact_gs"), at("braking_gs")) * 1.03, half("shock", 0.5));

  // Contact ratio and stride length correlate −0.99: flight is a matter of stride (2.34 m, deviation 0.35), and both feet together leave contact the rest.
  const flightScore = 0.99 * ((stride - 2.34) / 0.35) + 0.14 * at("flight_residual");
  const flight = Math.min(40, Math.max(1, 20.1 + 8.7 * flightScore));
  sheet.one("flight_ratio", flight);
  sheet.sides("contact_ratio", (100 - flight) / 2, half("contact_ratio", 0.4));
  sheet.sides("vertical_grf_rate", 33.9 + 4.3 * (0.91 * flightScore + 0.41 * at("force_rate_residual")), half("vertical_grf_rate", 0.8));
  // Mean power 226 W at 70.5 kg and 3.21 m/s: one watt per kilogram and m/s.
  sheet.one("power", weight * speed * (1 + 0.1 * at("power_residual")));
  return sheet.measurements();
};
