import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseColumn } from "./columns";
import { ageAt, bmi, contactRatioFromTimes, derive, stepLengthFromStride, strideFromSpeedAndStepRate } from "./derived";
import { arbitraryMeasurements } from "./testing";

describe("age", () => {
  it.each([
    ["1980-05-20", "2024-05-19", 43],
    ["1980-05-20", "2024-05-20", 44],
    ["2000-02-29", "2018-02-28", 17],
    ["2000-02-29", "2018-03-01", 18],
    ["2000-02-29", "2020-02-29", 20],
    ["2000-01-01", "2000-01-01", 0],
  ])("of who was born on %s is, on %s, %i", (birth, date, age) => {
    expect(ageAt(birth, date)).toBe(age);
  });

  it.each([
    ["2030-01-01", "2024-01-01"],
    ["1980-02-30", "2024-01-01"],
    ["20/05/1980", "2024-01-01"],
    ["1980-05-20T00:00", "2024-01-01"],
    ["", ""],
  ])("is unknown for %j on %j", (birth, date) => {
    expect(ageAt(birth, date)).toBeNull();
  });

  it("is the years since the birth, and on every birthday one more", () => {
    const day = fc.integer({ min: 0, max: 36_500 }).map((days) => new Date(Date.UTC(1925, 0, 1 + days)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [birth, date] = one < other ? [one, other] : [other, one];
        const age = ageAt(birth, date) ?? Number.NaN;
        // JavaScript's own 29 February of a common year is 1 March.
        const birthday = (years: number) => {
          const [year = 0, month = 1, ofMonth = 1] = birth.split("-").map(Number);
          return new Date(Date.UTC(year + years, month - 1, ofMonth)).toISOString().slice(0, 10);
        };
        expect(birthday(age) <= date).toBe(true);
        expect(birthday(age + 1) > date).toBe(true);
      }),
    );
  });
});

describe("formulas", () => {
  it("are those of the dictionary's units", () => {
    expect(bmi(71.35, 173.22)).toBeCloseTo(23.78, 2);
    expect(stepLengthFromStride(1.461)).toBeCloseTo(0.7305, 4);
    expect(strideFromSpeedAndStepRate(1.35, 111.06)).toBeCloseTo(1.459, 3);
    expect(contactRatioFromTimes(0.6, 0.4)).toBeCloseTo(60, 10);
  });
});

describe("derive", () => {
  it("adds what follows, with where it came from", () => {
    const derived = derive({ weight_kg: 70, height_cm: 175, speed: 1.3, step_rate: 110 }, { protocol: "walk" });
    expect(derived.bmi).toEqual({ value: bmi(70, 175), from: ["weight_kg", "height_cm"] });
    expect(derived.stride_length?.value).toBeCloseTo(1.418, 3);
    expect(derived.step_length).toEqual({ value: expect.closeTo(0.709, 3), from: ["speed", "step_rate"] });
  });

  it("keeps to a side, and lends it the value for both", () => {
    const derived = derive({ speed: 1.3, step_rate_left: 110, step_rate_right: 112 }, { protocol: "walk" });
    expect(Object.keys(derived)).toEqual(["stride_length_left", "stride_length_right", "step_length_left", "step_length_right"]);
    expect(derived.stride_length_left?.from).toEqual(["speed", "step_rate_left"]);
    const times = derive({ contact_time_left: 0.63, swing_time_left: 0.4 }, { protocol: "walk" });
    expect(Object.keys(times)).toEqual(["contact_ratio_left"]);
  });

  it("takes the treadmill's speed where none was measured", () => {
    expect(derive({ treadmill_speed: 4.5 }, { protocol: "walk" }).speed).toEqual({ value: 1.25, from: ["treadmill_speed"] });
  });

  it("never stands in for a measured value, whichever its side", () => {
    const measured = { speed: 1.3, step_rate: 110, stride_length_left: 1.4, treadmill_speed: 5 };
    expect(Object.keys(derive(measured, { protocol: "walk" }))).toEqual(["step_length_left"]);
  });

  it("leaves out what falls outside the field's range", () => {
    expect(derive({ weight_kg: 300, height_cm: 120 }, { protocol: "walk" })).toEqual({});
    expect(derive({ contact_time_left: 0, swing_time_left: 0 }, { protocol: "run" })).toEqual({});
  });

  it("gives the age at the assessment, of adults", () => {
    const on = (birthDate: string) => derive({}, { protocol: "run", birthDate, measuredOn: "2024-05-20" });
    expect(on("1980-05-21").age_years).toEqual({ value: 43, from: ["birth_date", "measured_on"] });
    expect(on("2006-05-21")).toEqual({});
  });

  it("puts the affected zone together", () => {
    const injury = { injured_joint: "knee", injury_location: "anterior", injury_side: "left" };
    expect(derive(injury, { protocol: "walk" }).affected_zone?.value).toBe("knee_anterior_left");
  });

  it("never names a measured column, and only valid ones", () => {
    fc.assert(
      fc.property(arbitraryMeasurements("walk"), (measurements) => {
        const derived = derive(measurements, { protocol: "walk" });
        for (const [column, { from }] of Object.entries(derived)) {
          expect(measurements[column]).toBeUndefined();
          expect(parseColumn(column)).not.toBeNull();
          for (const input of from) expect(measurements[input]).toBeDefined();
        }
      }),
      { numRuns: 30 },
    );
  });
});
