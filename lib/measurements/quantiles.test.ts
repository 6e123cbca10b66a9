import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distributionOf, placeAmong, type Quantiles, quantileOf, rankIn, roundedQuantiles } from "./quantiles";

const speeds: Quantiles = { n: 40, p5: 0.9123, p10: 0.9876, p25: 1.0741, p50: 1.2038, p75: 1.3342, p90: 1.4871, p95: 1.5512 };

describe("roundedQuantiles", () => {
  it("keeps about a twentieth of the middle half", () => {
    expect(roundedQuantiles(speeds, 2)).toEqual({ n: 40, p5: 0.92, p10: 0.98, p25: 1.08, p50: 1.2, p75: 1.34, p90: 1.48, p95: 1.56 });
  });

  it("never shows more than the measurement is shown with", () => {
    expect(roundedQuantiles({ ...speeds, p25: 1.2031, p50: 1.2038, p75: 1.2042 }, 2).p50).toBe(1.2);
    expect(roundedQuantiles({ ...speeds, p25: 1.2, p75: 1.2 }, 2).p95).toBe(1.55);
  });

  it("leaves a tail that is not there away", () => {
    expect(roundedQuantiles({ ...speeds, p5: null, p95: null }, 2)).toMatchObject({ p5: null, p95: null });
  });

  it("moves no quantile by more than a step, and keeps their order", () => {
    const sorted = fc.array(fc.double({ min: -500, max: 500, noNaN: true }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(sorted, fc.integer({ min: 0, max: 3 }), (values, decimals) => {
        const [p5 = 0, p10 = 0, p25 = 0, p50 = 0, p75 = 0, p90 = 0, p95 = 0] = values.toSorted((one, other) => one - other);
        const rounded = roundedQuantiles({ n: 20, p5, p10, p25, p50, p75, p90, p95 }, decimals);
        const most = Math.max(10 ** -decimals, (p75 - p25) / 4);
        expect(Math.abs(rounded.p50 - p50)).toBeLessThanOrEqual(most);
        expect(rounded.p25).toBeLessThanOrEqual(rounded.p50);
        expect(rounded.p50).toBeLessThanOrEqual(rounded.p75);
      }),
    );
  });
});

describe("placeAmong", () => {
  it("reads straight lines between the quantiles", () => {
    expect(placeAmong(speeds, 1.2038)).toBe(50);
    expect(placeAmong(speeds, (1.2038 + 1.3342) / 2)).toBeCloseTo(62.5);
  });

  it("says no more than the 5th below and the 95th above", () => {
    expect(placeAmong(speeds, 0.2)).toBe(5);
    expect(placeAmong(speeds, 3)).toBe(95);
  });

  it("stands in the middle of those who are equal", () => {
    expect(placeAmong({ ...speeds, p25: 1.2, p50: 1.2, p75: 1.2 }, 1.2)).toBe(50);
  });

  it("is unknown without the tails", () => {
    expect(placeAmong({ ...speeds, p5: null }, 1.2)).toBeNull();
  });
});

describe("a distribution", () => {
  const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 60 });
  it("has the quantiles of the people one by one", () => {
    fc.assert(
      fc.property(values, fc.constantFrom(0, 0.05, 0.25, 0.5, 0.9, 1), (all, share) => {
        const sorted = all.toSorted((one, other) => one - other);
        const place = share * (all.length - 1);
        const [low = 0, high = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
        expect(quantileOf(distributionOf(all), share)).toBeCloseTo(low + (place - Math.floor(place)) * (high - low), 9);
      }),
    );
  });

  it("ranks a value by how many people are below it and half of its equals", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -25, max: 25 }), (all, value) => {
        const [below, equal] = [all.filter((other) => other < value).length, all.filter((other) => other === value).length];
        expect(rankIn(distributionOf(all), value)).toBeCloseTo((100 * (below + equal / 2)) / all.length, 9);
      }),
    );
  });

  it("says nothing of nobody", () => {
    expect(quantileOf([], 0.5)).toBeNull();
    expect(rankIn([], 1)).toBeNull();
  });
});
