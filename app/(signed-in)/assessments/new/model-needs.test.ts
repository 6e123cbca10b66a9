import { describe, expect, test } from "vitest";
import type { Feature } from "@/lib/inference";
import { columnName } from "@/lib/measurements/columns";
import { derive } from "@/lib/measurements/derived";
import { dictionary } from "@/lib/measurements/dictionary";
import { needsOf } from "./model-needs";

const feature = (code: string, changes: Partial<Feature> = {}): Feature => ({
  code,
  deviation: false,
  transform: "value",
  unit: null,
  required: true,
  median: 1,
  p05: 0,
  p95: 2,
  min: 0,
  max: 2,
  ...changes,
});
const waysOf = (...features: Feature[]) => needsOf({ features }, "en").map(({ ways }) => ways);

describe("needsOf", () => {
  test("leaves out what the person's record knows and what the model can do without", () => {
    expect(
      waysOf(feature("age_years"), feature("sex", { transform: "is", category: "male" }), feature("shock", { required: false })),
    ).toEqual([]);
  });

  test("a value by side counts as well as one value, and what follows from others", () => {
    expect(waysOf(feature("speed"))).toEqual([[["speed"], ["speed_left", "speed_right"], ["treadmill_speed"]]]);
    expect(waysOf(feature("swing_time", { transform: "mean" }))).toEqual([[["swing_time_left", "swing_time_right"]]]);
  });

  test("a difference needs both sides", () => {
    expect(waysOf(feature("shock", { transform: "difference" }))).toEqual([[["shock_left", "shock_right"]]]);
  });

  test("body mass index is height and weight, each named once", () => {
    const needs = needsOf({ features: [feature("bmi"), feature("height_cm")] }, "en");
    expect(needs.map(({ label }) => label)).toEqual(["Height", "Weight"]);
  });

  test("the deviation of a metric is its own column", () => {
    expect(waysOf(feature("swing_time", { transform: "mean", deviation: true }))).toEqual([
      [["swing_time_sd_left", "swing_time_sd_right"]],
    ]);
  });

  test("every way really gives the value", () => {
    const sample: Readonly<Record<string, number>> = {
      speed: 1.3,
      treadmill_speed: 4.7,
      step_rate: 112,
      stride_length: 1.4,
      step_length: 0.7,
      contact_time: 0.7,
      swing_time: 0.4,
      contact_ratio: 63,
      height_cm: 170,
      weight_kg: 70,
    };
    for (const code of ["speed", "stride_length", "step_length", "contact_ratio"]) {
      for (const way of waysOf(feature(code))[0] ?? []) {
        const measurements = Object.fromEntries(way.map((column) => [column, sample[column.replace(/_(left|right)$/, "")] ?? 0]));
        const all = { ...derive(measurements, { protocol: "walk" }), ...measurements };
        const sides = (["both", "left", "right"] as const).filter((side) => columnName({ code, side, deviation: false }) in all);
        expect([code, way, sides.includes("both") || sides.length === 2]).toEqual([code, way, true]);
      }
    }
    expect(dictionary.get("speed")).toBeDefined();
  });
});
