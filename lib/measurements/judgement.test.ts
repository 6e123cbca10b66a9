import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectableChange } from "./detectable-change";
import { isComparable, judge, knownNoise, largestDifference } from "./judgement";
import type { Quantiles } from "./quantiles";

const team: Quantiles = { n: 30, p5: 0.9, p10: 1, p25: 1.1, p50: 1.2, p75: 1.3, p90: 1.4, p95: 1.5 };
const speed = { code: "speed", protocol: "walk", quantiles: undefined, earlier: [] } as const;
/** A measurement for which no detectable change is known. */
const other = { ...speed, code: "weight_kg" } as const;
const noise = detectableChange("speed", "walk")?.value ?? Number.NaN;

describe("judge", () => {
  it("cannot tell without three earlier visits and without twenty people", () => {
    expect(judge({ ...speed, value: 9, earlier: [1.2, 1.2] })).toEqual({ own: "unknown", group: "unknown", verdict: "unknown" });
    const few = { ...team, n: 19, p5: null, p95: null };
    expect(judge({ ...speed, value: 9, quantiles: few }).verdict).toBe("unknown");
    expect(judge({ ...speed, value: 9, quantiles: { ...team, n: 19 } }).verdict).toBe("unknown");
  });

  it("is unusual for the person outside what their visits let expect and beyond the noise", () => {
    const earlier = [1.2, 1.21, 1.2, 1.21, 1.2];
    expect(judge({ ...speed, value: 1.205 + noise * 1.1, earlier }).verdict).toBe("own");
    expect(judge({ ...speed, value: 1.205 - noise * 1.1, earlier }).verdict).toBe("own");
    expect(judge({ ...speed, value: 1.205 + noise * 0.9, earlier }).verdict).toBe("ordinary");
  });

  it("is ordinary for a person who varies that much anyway", () => {
    expect(judge({ ...speed, value: 1.2 + noise * 2, earlier: [0.7, 1.2, 1.7] }).own).toBe("ordinary");
  });

  it("takes a difference that is not even shown for none where the noise is not known", () => {
    expect(knownNoise(["weight_kg"], "walk")).toEqual([]);
    const earlier = [70, 70, 70];
    expect(judge({ ...other, value: 70.04, earlier }).own).toBe("ordinary");
    expect(judge({ ...other, value: 70.5, earlier }).own).toBe("unusual");
  });

  it("is unusual for the group outside its 5th to 95th percentile", () => {
    expect(judge({ ...speed, value: 1.51, quantiles: team }).verdict).toBe("group");
    expect(judge({ ...speed, value: 0.89, quantiles: team }).verdict).toBe("group");
    expect(judge({ ...speed, value: 1.5, quantiles: team })).toEqual({ own: "unknown", group: "ordinary", verdict: "ordinary" });
  });

  it("says both where both are so", () => {
    expect(judge({ ...speed, value: 1.9, quantiles: team, earlier: [1.2, 1.21, 1.2, 1.21] }).verdict).toBe("both");
  });

  it("calls nobody unusual who repeats their own mean", () => {
    const visits = fc.array(fc.double({ min: 0.2, max: 3, noNaN: true }), { minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(visits, (earlier) => {
        const mean = earlier.reduce((sum, value) => sum + value, 0) / earlier.length;
        expect(judge({ ...speed, value: mean, earlier }).own).toBe("ordinary");
      }),
    );
  });
});

describe("largestDifference", () => {
  it("holds the range of many against the range that noise alone gives so many", () => {
    const apart = (times: number, ...between: number[]) => [1.2, 1.2 + times * noise, ...between.map((share) => 1.2 + share * noise)];
    expect(largestDifference("speed", "walk", apart(1.1))?.beyond).toBe(true);
    expect(largestDifference("speed", "walk", apart(1.1, 0.5))?.beyond).toBe(false);
    expect(largestDifference("speed", "walk", apart(1.21, 0.5))?.beyond).toBe(true);
    expect(largestDifference("speed", "walk", apart(1.4, 0.2, 0.4, 0.6, 0.8))?.beyond).toBe(false);
    expect(largestDifference("speed", "walk", apart(1.5, 0.2, 0.4, 0.6, 0.8))?.beyond).toBe(true);
  });

  it("names the lowest and the highest, and says whether noise explains it", () => {
    const difference = largestDifference("speed", "walk", [1.2, null, 1.2 - noise * 2, 1.21]);
    expect(difference).toMatchObject({ lowest: 2, highest: 3, beyond: true });
    expect(difference?.size).toBeCloseTo(noise * 2 + 0.01);
    expect(largestDifference("speed", "walk", [1.2, 1.2 + noise / 2])?.beyond).toBe(false);
  });

  it("does not call a difference noise where the noise is not known", () => {
    expect(largestDifference("weight_kg", "walk", [70, 70.1])?.beyond).toBeNull();
  });

  it("is none of fewer than two values, nor of words or ages", () => {
    expect(largestDifference("speed", "walk", [1.2, null])).toBeNull();
    expect(largestDifference("lunge", "walk", [0, 1])).toBeNull();
    expect(largestDifference("age_years", "walk", [30, 40])).toBeNull();
  });

  it("does not depend on the order", () => {
    const values = fc.array(fc.option(fc.double({ min: 0.2, max: 3, noNaN: true })), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(values, (some) => {
        const [one, turned] = [some, some.toReversed()].map((each) => largestDifference("speed", "walk", each));
        expect(turned?.size).toBe(one?.size);
        expect(turned?.beyond).toBe(one?.beyond);
      }),
    );
  });
});

describe("isComparable", () => {
  it("takes numbers but the age, and no words or unknown fields", () => {
    expect(["speed", "bmi", "age_years", "lunge", "sex", "nothing"].filter((code) => isComparable(code))).toEqual(["speed", "bmi"]);
  });
});
