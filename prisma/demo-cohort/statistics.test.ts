import { describe, expect, it } from "vitest";
import { bmi } from "@/lib/measurements/derived";
import { drawBody } from "./body";
import { measureForcePlate } from "./force-plate";
import { drawPerson } from "./person";
import { createRandom } from "./random";
import { measureRunLab } from "./run-lab";
import { measureRunPods } from "./run-pods";
import { correlation, deviation, mean, quantile, sample, valuesOf } from "./testing";
import { measureWalkPods } from "./walk-pods";

// The published figures, and how near a large sample comes to them.

describe("bodies", () => {
  const random = createRandom(7);
  const bodies = Array.from({ length: 4000 }, () => drawBody(random));
  const heights = bodies.map((body) => body.heightCm);
  const weights = bodies.map((body) => body.weightKg);
  const shoes = bodies.map((body) => body.shoeSize);
  const indices = bodies.map((body) => bmi(body.weightKg, body.heightCm));
  const males = bodies.map((body) => (body.sex === "male" ? 1 : 0));
  const left = bodies.map((body) => body.footPosture.left);
  const right = bodies.map((body) => body.footPosture.right);

  it.each([
    ["age", bodies.map((body) => body.age), [29, 39, 48], 1.5],
    ["height", heights, [168, 173, 179], 1.5],
    ["weight", weights, [62, 70, 80], 2],
    ["shoe size", shoes, [39.5, 42, 44], 0.5],
    ["body mass index", indices, [21.3, 23.39, 25.45], 0.7],
    ["Foot Posture Index", left, [0, 4, 6], 1],
  ])("have the printed quartiles of %s", (_, values, printed, tolerance) => {
    [0.25, 0.5, 0.75].forEach((share, index) => {
      expect(Math.abs(quantile(values, share) - (printed[index] ?? Number.NaN))).toBeLessThanOrEqual(tolerance);
    });
  });

  it.each([
    ["height and shoe size", heights, shoes, 0.841],
    ["weight and body mass index", weights, indices, 0.834],
    ["sex and shoe size", males, shoes, 0.773],
    ["weight and shoe size", weights, shoes, 0.671],
    ["sex and height", males, heights, 0.671],
    ["height and weight", heights, weights, 0.634],
    ["sex and weight", males, weights, 0.545],
    ["the Foot Posture Indices of both feet", left, right, 0.902],
  ])("have the printed correlation of %s", (_, xs, ys, printed) => {
    expect(Math.abs(correlation(xs, ys) - printed)).toBeLessThan(0.1);
  });

  it("are of adults", () => {
    expect(Math.min(...bodies.map((body) => body.age))).toBeGreaterThanOrEqual(18);
  });
});

describe("findings", () => {
  it("have the printed correlation of a raised arch and the Foot Posture Index", () => {
    const random = createRandom(3);
    const people = Array.from({ length: 3000 }, () => drawPerson(random));
    const indices = people.map(({ body }) => body.footPosture.left);
    const raised = people.map(({ findings }) => (findings.get("high_arch")?.left ? 1 : 0));
    expect(Math.abs(correlation(indices, raised) + 0.533)).toBeLessThan(0.1);
  });
});

describe("walking with foot sensors", () => {
  const rows = sample(measureWalkPods);

  it.each([
    ["speed", [1.361, 1.371, 1.379], 0.02],
    ["step_rate", [107, 110.8, 114.5], 1],
    ["stride_length", [1.416, 1.478, 1.534], 0.03],
    ["shock", [1.747, 2.085, 2.646], 0.15],
    ["impact_gs", [1.132, 1.364, 1.786], 0.08],
    ["braking_gs", [1.209, 1.496, 1.888], 0.08],
    ["footstrike_type", [6.14, 8.64, 10.36], 0.3],
    ["pronation_excursion_fs_mp", [-9.95, -6.24, -3.77], 0.5],
    ["contact_ratio", [62.57, 63.57, 64.43], 0.2],
    ["total_force_rate", [14.92, 21.7, 27.91], 1],
    ["pronation_excursion_mp_to", [-8.72, -3.9, 1.01], 0.7],
    ["stance_excursion_fs_mp", [9.17, 13.71, 20.01], 0.8],
    ["stance_excursion_mp_to", [62.86, 70.21, 76.51], 0.8],
  ])("has the printed quartiles of %s", (code, printed, tolerance) => {
    [0.25, 0.5, 0.75].forEach((share, index) => {
      expect(Math.abs(quantile(valuesOf(rows, code), share) - (printed[index] ?? Number.NaN))).toBeLessThanOrEqual(tolerance);
    });
  });

  it.each([
    ["footstrike_type", "stance_excursion_fs_mp", -0.996],
    ["shock", "impact_gs", 0.925],
    ["shock", "braking_gs", 0.915],
    ["speed", "stride_length", 0.806],
    ["impact_gs", "braking_gs", 0.698],
    ["footstrike_type", "pronation_excursion_fs_mp", 0.573],
    ["stance_excursion_fs_mp", "stance_excursion_mp_to", -0.562],
    ["footstrike_type", "stance_excursion_mp_to", 0.561],
    ["pronation_excursion_fs_mp", "stance_excursion_fs_mp", -0.56],
  ])("has the printed correlation of %s and %s", (one, other, printed) => {
    expect(Math.abs(correlation(valuesOf(rows, one), valuesOf(rows, other)) - printed)).toBeLessThan(0.1);
  });
});

describe("running with foot sensors", () => {
  const rows = sample(measureRunPods);

  it.each([
    ["speed", 3.21, 0.51],
    ["step_rate", 163.6, 8.4],
    ["stride_length", 2.34, 0.35],
    ["flight_ratio", 20.1, 8.7],
    ["power", 226, 67],
    ["shock", 9.47, 2.68],
    ["impact_gs", 7.31, 2.44],
    ["vertical_grf_rate", 33.9, 4.3],
    ["total_force_rate", 70.5, 21.3],
  ])("has the printed mean and deviation of %s", (code, printedMean, printedDeviation) => {
    const values = valuesOf(rows, code);
    expect(Math.abs(mean(values) - printedMean)).toBeLessThan(0.15 * printedDeviation);
    expect(deviation(values) / printedDeviation).toBeGreaterThan(0.85);
    expect(deviation(values) / printedDeviation).toBeLessThan(1.15);
  });

  it.each([
    ["contact_ratio", "stride_length", -0.99],
    ["speed", "stride_length", 0.93],
    ["vertical_grf_rate", "flight_ratio", 0.91],
    ["vertical_oscillation", "step_rate", -0.9],
    ["shock", "impact_gs", 0.87],
  ])("has the printed correlation of %s and %s", (one, other, printed) => {
    expect(Math.abs(correlation(valuesOf(rows, one), valuesOf(rows, other)) - printed)).toBeLessThan(0.1);
  });
});

describe("running under motion capture", () => {
  const rows = sample(measureRunLab);

  it("has the published contact time, though that follows from cadence and swing", () => {
    const values = valuesOf(rows, "contact_time");
    expect(Math.abs(mean(values) - 0.372)).toBeLessThan(0.005);
    expect(Math.abs(deviation(values) - 0.027)).toBeLessThan(0.006);
    expect(Math.abs(correlation(values, valuesOf(rows, "step_rate")) + 0.9)).toBeLessThan(0.1);
    expect(Math.abs(correlation(valuesOf(rows, "swing_time"), valuesOf(rows, "step_rate")) + 0.82)).toBeLessThan(0.1);
  });
});

describe("walking over force plates", () => {
  const healthy = sample(measureForcePlate, 1500);
  const knee = { complaint: { region: "knee", location: "medial", side: "right" }, severity: 1, form: 0 } as const;
  const injured = sample(measureForcePlate, 1500, knee);
  const average = (rows: typeof healthy, column: string) => mean(valuesOf(rows, column));

  it("has the published means of healthy people", () => {
    expect(average(healthy, "vertical_force_second_peak_left")).toBeCloseTo(1.114, 1);
    expect(Math.abs(average(healthy, "propulsive_force_peak") - 0.223)).toBeLessThan(0.01);
    expect(correlation(valuesOf(healthy, "braking_force_peak"), valuesOf(healthy, "propulsive_force_peak"))).toBeGreaterThan(0.72);
  });

  it("pushes off less on the injured side, and less than healthy people on either", () => {
    const [right, left] = [average(injured, "vertical_force_second_peak_right"), average(injured, "vertical_force_second_peak_left")];
    expect(right).toBeLessThan(left - 0.03);
    expect(left).toBeLessThan(average(healthy, "vertical_force_second_peak_left"));
  });
});
