import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixedAxis, roundAxis } from "./axis";

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe("roundAxis", () => {
  it("holds every value inside the drawing, in their order", () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
        const { place } = roundAxis(values, 5);
        const places = values.toSorted((a, b) => a - b).map(place);
        for (const each of places) expect(each).toBeGreaterThanOrEqual(0);
        for (const each of places) expect(each).toBeLessThanOrEqual(100);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });

  it("gives equal values a place inside, not at an end", () => {
    for (const each of [0, 3, -3]) {
      const place = roundAxis([each, each, each], 5).place(each);
      expect(place).toBeGreaterThan(10);
      expect(place).toBeLessThan(90);
    }
  });

  it("has an axis even for no values", () => {
    expect(roundAxis([], 4).ticks.length).toBeGreaterThan(1);
  });
});

describe("fixedAxis", () => {
  it("begins and ends where it is told, and holds what lies outside at the edge", () => {
    const { place, domain } = fixedAxis([18, 100], 4);
    expect(domain).toEqual([18, 100]);
    expect([place(18), place(100), place(5), place(140)]).toEqual([0, 100, 0, 100]);
  });

  it("puts a domain without width in the middle", () => {
    expect(fixedAxis([3, 3], 4).place(3)).toBeCloseTo(50);
  });

  it("counts the decimals its ticks need", () => {
    expect(fixedAxis([0, 0.3], 4).decimals).toBe(1);
    expect(fixedAxis([0, 0.03], 4).decimals).toBe(2);
    expect(fixedAxis([0, 30], 4).decimals).toBe(0);
  });
});
