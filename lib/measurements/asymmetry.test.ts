import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absoluteSymmetryIndex, asymmetry, symmetryIndex } from "./asymmetry";
import { dictionary } from "./dictionary";

const value = fc.double({ min: 0.001, max: 1000, noNaN: true });

describe("the symmetry index", () => {
  it("is the difference over the mean, positive where the left is larger", () => {
    expect(symmetryIndex(1.1, 0.9)).toBeCloseTo(20, 10);
    expect(symmetryIndex(0.9, 1.1)).toBeCloseTo(-20, 10);
    expect(absoluteSymmetryIndex(0.9, 1.1)).toBeCloseTo(20, 10);
  });

  it("is undefined where there is nothing to compare with", () => {
    expect(symmetryIndex(0, 0)).toBeNull();
    expect(absoluteSymmetryIndex(0, 1e-12)).toBeNull();
  });

  it("is zero on equal sides", () => {
    fc.assert(fc.property(value, (one) => symmetryIndex(one, one) === 0));
  });

  it("changes its sign with the sides", () => {
    fc.assert(
      fc.property(
        value,
        value,
        (left, right) => (symmetryIndex(left, right) ?? Number.NaN) === -(symmetryIndex(right, left) ?? Number.NaN),
      ),
    );
  });

  it("does not depend on the unit, and stays within 200 %", () => {
    fc.assert(
      fc.property(value, value, fc.double({ min: 0.01, max: 100, noNaN: true }), (left, right, scale) => {
        const index = symmetryIndex(left, right);
        expect(symmetryIndex(left * scale, right * scale)).toBeCloseTo(index ?? Number.NaN, 6);
        expect(Math.abs(index ?? Number.NaN)).toBeLessThanOrEqual(200);
      }),
    );
  });
});

describe("asymmetry of a field", () => {
  it("is a percentage of times, lengths and forces", () => {
    expect(asymmetry({ scale: "ratio", unit: "s" }, 0.66, 0.6)).toEqual({ kind: "index", percent: expect.closeTo(9.524, 3) });
    expect(asymmetry({ scale: "ratio", unit: "s" }, 0, 0)).toEqual({ kind: "undefined" });
  });

  it("is the difference of angles, whose zero is a convention", () => {
    expect(asymmetry({ scale: "interval", unit: "deg" }, -2, 3)).toEqual({ kind: "difference", value: -5, unit: "deg" });
  });

  it("is never a percentage where a range crosses zero", () => {
    for (const measured of dictionary.fields) {
      if (measured.kind !== "number") continue;
      const crosses = [measured.range.walk, measured.range.run].some((range) => range !== null && range[0] < 0);
      if (crosses || measured.unit === "deg") expect(measured).toMatchObject({ scale: "interval" });
    }
  });
});
