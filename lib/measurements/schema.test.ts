import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseColumn } from "./columns";
import { dictionary } from "./dictionary";
import { measurementErrorSchema, measurementsSchema, parseMeasurements, rangeOfColumn } from "./schema";
import { arbitraryMeasurements } from "./testing";
import { metricPreferences } from "./units";

const errorsOf = (input: Record<string, unknown>, protocol: "walk" | "run" = "walk") => {
  const result = parseMeasurements(input, protocol);
  return result.ok ? [] : result.error;
};

describe("measurements", () => {
  it("are numbers in the dictionary's units and words, with blanks left out", () => {
    const input = { speed: "1,35", contact_time_left: 0.62, ober_left: "absent", sex: "Female", bmi: "", height_cm: null, shock: " " };
    expect(parseMeasurements(input, "walk")).toEqual({
      ok: true,
      value: { speed: 1.35, contact_time_left: 0.62, ober_left: "absent", sex: "female" },
    });
    expect(parseMeasurements({}, "run")).toEqual({ ok: true, value: {} });
  });

  it("are never 0 for missing", () => {
    expect(parseMeasurements({ weight_kg: undefined }, "walk")).toEqual({ ok: true, value: {} });
    expect(errorsOf({ weight_kg: 0 })).toMatchObject([{ column: "weight_kg", reason: "out_of_range", value: 0, range: [30, 300] }]);
  });

  it.each([
    ["the original's impossible step length", { step_length: 7.66 }, "out_of_range"],
    ["the original's impossible stride", { stride_length: "0,08" }, "out_of_range"],
    ["an age under 18", { age_years: 17 }, "out_of_range"],
    ["text", { speed: "quick" }, "not_a_number"],
    ["NaN", { speed: Number.NaN }, "not_a_number"],
    ["a truth value", { speed: true }, "not_a_number"],
    ["a number for a finding", { ober_left: 1 }, "not_a_value"],
    ["another word for a finding", { ober_left: "positive" }, "not_a_value"],
    ["an unknown sex", { sex: "2" }, "not_a_value"],
    ["an unknown column", { pace: 5 }, "unknown_field"],
    ["a prototype's name", { constructor: 5 }, "unknown_field"],
    ["a running metric when walking", { flight_ratio: 10 }, "not_in_protocol"],
    ["its deviation", { flight_ratio_sd: 1 }, "not_in_protocol"],
    ["a value without the side it needs", { swing_time: 0.6 }, "no_side"],
    ["a side that is not there", { height_cm_left: 170 }, "no_side"],
    ["text for what is derived", { affected_zone: "knee" }, "not_a_value"],
    ["thousands", { weight_kg: "1.234,5" }, "not_a_number"],
  ])("refuse %s", (_what, input, reason) => {
    const [error, ...others] = errorsOf(input);
    expect(others).toEqual([]);
    expect(error).toMatchObject({ column: Object.keys(input)[0], value: Object.values(input)[0], reason });
    expect(measurementErrorSchema.safeParse(error).success).toBe(true);
  });

  it("name every bad column, in the order they came", () => {
    expect(errorsOf({ speed: "x", height_cm: 170, pace: 5, weight_kg: 5 }).map(({ column }) => column)).toEqual([
      "speed",
      "pace",
      "weight_kg",
    ]);
  });

  it("differ by protocol", () => {
    expect(errorsOf({ speed: 4 }, "walk")).toMatchObject([{ reason: "out_of_range", range: [0.1, 3] }]);
    expect(errorsOf({ speed: 4 }, "run")).toEqual([]);
    expect(errorsOf({ vertical_force_valley_left: 0.7 }, "run")).toMatchObject([{ reason: "not_in_protocol" }]);
    expect(errorsOf({ contact_ratio: 45 }, "walk")).toMatchObject([{ reason: "out_of_range", range: [50, 75] }]);
    expect(errorsOf({ contact_ratio: 45 }, "run")).toEqual([]);
  });

  it("accept the bounds themselves", () => {
    expect(errorsOf({ height_cm: 120, weight_kg: "300", age_years: 18, fpi_total_left: -12, fpi_total_right: 12 })).toEqual([]);
  });

  it("hold one of two findings that exclude each other on a side", () => {
    expect(errorsOf({ jack_normal_left: "present", jack_no_arch_restoration_left: "present" })).toMatchObject([
      { column: "jack_normal_left", reason: "excluded", other: "jack_no_arch_restoration_left" },
      { column: "jack_no_arch_restoration_left", reason: "excluded", other: "jack_normal_left" },
    ]);
    expect(errorsOf({ jack_normal_left: "present", jack_no_arch_restoration_right: "present" })).toEqual([]);
    expect(errorsOf({ flat_arch_left: "present", high_arch_left: "absent" })).toEqual([]);
  });

  it("are one value or two sides, not both", () => {
    expect(errorsOf({ speed: 1.3, speed_left: 1.3 })).toMatchObject([{ column: "speed", reason: "both_and_sides", other: "speed_left" }]);
    expect(errorsOf({ speed: 1.3, speed_sd_left: 0.1 })).toEqual([]);
    expect(errorsOf({ speed_sd: 0.1, speed_sd_right: 0.1 })).toMatchObject([{ column: "speed_sd", reason: "both_and_sides" }]);
  });

  it("have deviations from 0 to half their range", () => {
    expect(errorsOf({ speed_sd: 0 })).toEqual([]);
    expect(errorsOf({ speed_sd: -0.1 })).toMatchObject([{ reason: "out_of_range", range: [0, 1.45] }]);
    expect(errorsOf({ speed_sd: 1.5 })).toMatchObject([{ reason: "out_of_range" }]);
  });

  it("are read in the units a person prefers", () => {
    const preferences = { ...metricPreferences, speed: "min/km", height: "ft" } as const;
    expect(parseMeasurements({ speed: "5:00", speed_sd: "0,36", height_cm: "5'10\"" }, "run", { preferences })).toEqual({
      ok: true,
      value: { speed: 1000 / 300, speed_sd: 0.1, height_cm: 177.8 },
    });
    expect(parseMeasurements({ speed: "5.12" }, "run", { preferences })).toMatchObject({
      error: [{ reason: "not_a_number", problem: "minutes_and_seconds" }],
    });
  });

  it("parse with zod, each issue carrying its error", () => {
    expect(measurementsSchema("walk").parse({ speed: "1.3" })).toEqual({ speed: 1.3 });
    const failed = measurementsSchema("walk").safeParse({ speed: "9", pace: 1 });
    expect(failed.error?.issues).toMatchObject([
      { path: ["speed"], params: { reason: "out_of_range", range: [0.1, 3] } },
      { path: ["pace"], params: { reason: "unknown_field" } },
    ]);
    expect(measurementsSchema("walk").safeParse("speed").success).toBe(false);
  });
});

const isValid = (column: string, value: number | string, protocol: "walk" | "run"): boolean => {
  const place = parseColumn(column);
  const measured = place === null ? undefined : dictionary.get(place.code);
  if (place === null || measured === undefined) return false;
  const range = rangeOfColumn(measured, place.deviation, protocol);
  return typeof value === "number" ? range !== null && value >= range[0] && value <= range[1] : range === null;
};

describe.each(["walk", "run"] as const)("any input (%s)", (protocol) => {
  it("that is valid is accepted as it is", () => {
    fc.assert(
      fc.property(arbitraryMeasurements(protocol), (measurements) => {
        const complaint = parseMeasurements(measurements, protocol);
        expect(complaint).toEqual({ ok: true, value: measurements });
      }),
      { numRuns: 30 },
    );
  });

  it("either gives values in range or names its column", () => {
    const column = fc.oneof(
      fc.constantFrom(
        "speed",
        "speed_left",
        "speed_sd",
        "contact_time_left",
        "ober_left",
        "sex",
        "flight_ratio",
        "jack_normal_left",
        "bmi",
      ),
      fc.string(),
    );
    const value = fc.oneof(fc.double(), fc.string(), fc.constantFrom("absent", "present", "1,2", "0.6", null, undefined, true, "female"));
    fc.assert(
      fc.property(fc.dictionary(column, value), (input) => {
        const result = parseMeasurements(input, protocol);
        if (result.ok) {
          for (const [name, accepted] of Object.entries(result.value)) expect(isValid(name, accepted, protocol)).toBe(true);
        } else {
          expect(result.error.length).toBeGreaterThan(0);
          for (const error of result.error) expect(Object.keys(input)).toContain(error.column);
        }
      }),
    );
  });
});
