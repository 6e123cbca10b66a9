import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { associationIn, type Moments, together } from "./cohort-moments";

const one = (x: number, y: number): Moments => ({ count: 1, x, y, xx: 0, yy: 0, xy: 0 });
const none: Moments = { count: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 };
const value = fc.double({ min: -1e3, max: 1e3, noNaN: true });
const pairs = fc.array(fc.tuple(value, value), { maxLength: 40 });
const ofAll = (points: readonly (readonly [number, number])[]) => together(points.map(([x, y]) => one(x, y)));

describe("moments of several groups", () => {
  it("are those of all their people, however they are divided", () => {
    fc.assert(
      fc.property(fc.array(pairs, { maxLength: 8 }), (groups) => {
        const [whole, parts] = [ofAll(groups.flat()), together([none, ...groups.map(ofAll)])];
        expect(parts.count).toBe(groups.flat().length);
        for (const key of ["x", "y", "xx", "yy", "xy"] as const) expect(parts[key]).toBeCloseTo(whole[key], 4);
      }),
    );
  });

  it("give the line that people lie on", () => {
    expect(
      associationIn(
        ofAll([
          [1, 3],
          [2, 5],
          [4, 9],
        ]),
      ),
    ).toMatchObject({
      r: expect.closeTo(1),
      slope: expect.closeTo(2),
      intercept: expect.closeTo(1),
    });
  });

  it("give no association with what does not vary, whatever rounding left", () => {
    fc.assert(
      fc.property(value, fc.array(value, { minLength: 1, maxLength: 60 }), (always, others) => {
        expect(associationIn(ofAll(others.map((other) => [always, other])))).toBeNull();
        expect(associationIn(ofAll(others.map((other) => [other, always])))).toBeNull();
      }),
    );
    expect(associationIn(none)).toBeNull();
  });
});
