import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Feature } from "./card";
import { featuresOfRows } from "./features";
import { type Columns, rowsOf } from "./rows";

const feature = (changes: Partial<Feature>): Feature => ({
  code: "contact_time",
  deviation: false,
  transform: "mean",
  unit: "s",
  required: true,
  median: 0.7,
  p05: 0.5,
  p95: 0.9,
  min: 0.3,
  max: 1.2,
  ...changes,
});
/** Of one row; numbers as the graph takes them. */
const featuresOf = (features: Feature[], columns: Columns) => {
  const read = featuresOfRows({ features }, rowsOf([columns]));
  return { values: read.features, missing: read.missing.get(0) ?? [], outside: read.outside.get(0) ?? [] };
};
const sided = { contact_time_left: 0.6, contact_time_right: 0.8 };
const featureOf = (changes: Partial<Feature>, columns: Record<string, number | string>) =>
  featuresOf([feature(changes)], columns).values[0];

describe("a feature", () => {
  it.each([
    ["mean", 0.7],
    ["lower", 0.6],
    ["higher", 0.8],
    ["difference", 0.2],
    ["value", 0.7],
  ] as const)("%s of two sides", (transform, expected) => {
    expect(featureOf({ transform }, sided)).toBeCloseTo(expected, 6);
  });

  it("does not change when the sides are swapped", () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), fc.double({ min: -50, max: 50, noNaN: true }), (left, right) => {
        for (const transform of ["mean", "lower", "higher", "difference"] as const) {
          expect(featureOf({ transform }, { contact_time_left: left, contact_time_right: right })).toBe(
            featureOf({ transform }, { contact_time_left: right, contact_time_right: left }),
          );
        }
      }),
    );
  });

  it("takes one value for both as both sides, but knows no difference from it", () => {
    expect(featureOf({ code: "speed", transform: "lower" }, { speed: 1.3 })).toBe(Math.fround(1.3));
    expect(featureOf({ code: "speed", transform: "difference" }, { speed: 1.3 })).toBeNaN();
  });

  it("reads deviations, findings and words", () => {
    expect(featureOf({ deviation: true }, { contact_time_sd_left: 0.01, contact_time_sd_right: 0.03 })).toBeCloseTo(0.02);
    expect(featureOf({ code: "lunge", transform: "higher" }, { lunge_left: "absent", lunge_right: "present" })).toBe(1);
    expect(featureOf({ code: "sex", transform: "is", category: "male" }, { sex: "female" })).toBe(0);
    expect(featureOf({ code: "sex", transform: "is", category: "male" }, {})).toBeNaN();
  });

  it("is never 0 for what is missing", () => {
    for (const transform of ["value", "mean", "lower", "higher", "difference"] as const) {
      expect(featureOf({ transform }, {})).toBeNaN();
      expect(featureOf({ transform }, { contact_time_left: 0.6 })).toBeNaN();
    }
  });
});

describe("what the model lacks and what it has not seen", () => {
  it("names the columns once, and only what is required", () => {
    const features = [feature({}), feature({ transform: "lower" }), feature({ code: "swing_time", required: false })];
    expect(featuresOf(features, {}).missing).toEqual([{ code: "contact_time", columns: ["contact_time_left", "contact_time_right"] }]);
  });

  it.each([
    [0.7, undefined],
    [0.5, undefined],
    [0.45, "unusual"],
    [0.95, "unusual"],
    [1.3, "unseen"],
    [0.2, "unseen"],
  ])("calls %s %s", (value, degree) => {
    const { outside } = featuresOf([feature({ code: "speed", transform: "value" })], { speed: value });
    expect(outside[0]?.degree).toBe(degree);
  });

  it("says both the range of most people and that of all", () => {
    const { outside } = featuresOf([feature({ code: "speed", transform: "value" })], { speed: 1.3 });
    expect(outside).toMatchObject([{ p05: 0.5, p95: 0.9, min: 0.3, max: 1.2 }]);
  });

  it("does not warn of sides that are more alike than usual, but of sides that differ more", () => {
    const features = [feature({ transform: "difference", p05: 0.01, p95: 0.1, min: 0.005, max: 0.3 })];
    expect(featuresOf(features, { contact_time_left: 0.7, contact_time_right: 0.7 }).outside).toEqual([]);
    expect(featuresOf(features, { contact_time_left: 0.7, contact_time_right: 0.5 }).outside).toMatchObject([{ degree: "unusual" }]);
  });
});

describe("rows of one batch", () => {
  const features = [
    feature({}),
    feature({ code: "speed", transform: "value", required: false }),
    feature({ code: "lunge", transform: "higher" }),
  ];

  it("are each read as they would be alone, whatever columns the others have", () => {
    const columns: Columns[] = [
      { ...sided, lunge_left: "absent", lunge_right: "present" },
      { speed: 1.3 },
      { lunge_right: "absent", speed: 0.4, contact_time_right: 1.5, lunge_left: "absent", contact_time_left: 1.5 },
      {},
    ];
    const together = featuresOfRows({ features }, rowsOf(columns));
    for (const [row, given] of columns.entries()) {
      const alone = featuresOf(features, given);
      expect(together.features.slice(row * features.length, (row + 1) * features.length)).toEqual(alone.values);
      expect(together.missing.get(row) ?? []).toEqual(alone.missing);
      expect(together.outside.get(row) ?? []).toEqual(alone.outside);
    }
  });
});
