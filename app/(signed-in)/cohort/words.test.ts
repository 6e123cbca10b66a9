import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ageBands } from "@/lib/measurements/age-bands";
import { neighbours } from "./words";

describe("age bands in words", () => {
  it("join where they meet", () => {
    expect(neighbours(["30-39", "40-49"])).toEqual([{ from: 30, to: 49 }]);
    expect(neighbours(["18-29", "60-69", "70-"])).toEqual([
      { from: 18, to: 29 },
      { from: 60, to: null },
    ]);
    expect(neighbours([])).toEqual([]);
  });

  it("hold the same ages as the bands", () => {
    fc.assert(
      fc.property(fc.subarray(ageBands.map(({ key }) => key)), fc.integer({ min: 18, max: 100 }), (keys, age) => {
        const within = (spans: readonly { from: number; to: number | null }[]) =>
          spans.some(({ from, to }) => age >= from && (to === null || age <= to));
        expect(within(neighbours(keys))).toBe(within(ageBands.filter(({ key }) => keys.includes(key))));
      }),
    );
  });
});
