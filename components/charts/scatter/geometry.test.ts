import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  areaBetween,
  fromSteps,
  lineIn,
  marksPath,
  nearest,
  placeIn,
  sameArea,
  sliderSteps,
  toSteps,
  walkOrder,
  wholeArea,
  within,
} from "./geometry";

const number = fc.double({ min: -1000, max: 1000, noNaN: true });
const points = fc.array(fc.record({ x: number, y: number }), { minLength: 1, maxLength: 40 });
const size = { width: 480, height: 400 };

describe("areas", () => {
  it("the whole holds every point, and so does what is dragged from corner to corner", () => {
    fc.assert(
      fc.property(points, (all) => {
        const whole = wholeArea(all);
        const dragged = areaBetween(whole, size, { x: size.width, y: 0 }, { x: 0, y: size.height });
        for (const point of all) {
          expect(within(whole, point)).toBe(true);
          expect(within(dragged, point)).toBe(true);
        }
      }),
    );
  });

  it("a drag selects exactly the points whose marks it covers, whichever way it runs", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(points, fc.tuple(share, share, share, share), (all, [ax, ay, bx, by]) => {
        const whole = wholeArea(all);
        const a = { x: ax * size.width, y: ay * size.height };
        const b = { x: bx * size.width, y: by * size.height };
        const area = areaBetween(whole, size, a, b);
        expect(areaBetween(whole, size, b, a)).toEqual(area);
        for (const point of all) {
          const place = placeIn(whole, size, point);
          const clear = (value: number, p: number, q: number) => Math.abs(value - p) > 1e-6 && Math.abs(value - q) > 1e-6;
          if (!clear(place.x, a.x, b.x) || !clear(place.y, a.y, b.y)) continue;
          const covered = (value: number, p: number, q: number) => value > Math.min(p, q) && value < Math.max(p, q);
          expect(within(area, point)).toBe(covered(place.x, a.x, b.x) && covered(place.y, a.y, b.y));
        }
      }),
    );
  });

  it("a drag that leaves the drawing ends at its edge", () => {
    const whole = { x: [0, 10], y: [0, 10] } as const;
    expect(areaBetween(whole, size, { x: -50, y: -50 }, { x: 9999, y: 9999 })).toEqual(whole);
  });
});

describe("sliders", () => {
  it("both thumbs at their ends stand for the whole, exactly", () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        const whole = [Math.min(a, b), Math.max(a, b) + 1] as const;
        expect(toSteps(whole, whole)).toEqual([0, sliderSteps]);
        expect(sameArea({ x: fromSteps(whole, [0, sliderSteps]), y: whole }, { x: whole, y: whole })).toBe(true);
      }),
    );
  });
});

describe("nearest", () => {
  it("finds the nearest within reach and none beyond", () => {
    const places = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 30, y: 0 },
    ];
    expect(nearest(places, { x: 8, y: 1 }, 24)).toBe(1);
    expect(nearest(places, { x: 100, y: 0 }, 24)).toBe(-1);
    expect(nearest([], { x: 0, y: 0 }, 24)).toBe(-1);
  });
});

describe("lineIn", () => {
  const area = { x: [0, 10], y: [0, 10] } as const;

  it("is cut at the edges", () => {
    expect(lineIn(area, { slope: 2, intercept: 0, label: "" })).toEqual([
      { x: 0, y: 0 },
      { x: 5, y: 10 },
    ]);
    expect(lineIn(area, { slope: -1, intercept: 5, label: "" })).toEqual([
      { x: 0, y: 5 },
      { x: 5, y: 0 },
    ]);
  });

  it("is nothing where it passes by", () => {
    expect(lineIn(area, { slope: 0, intercept: 11, label: "" })).toBeNull();
    expect(lineIn(area, { slope: 1, intercept: 20, label: "" })).toBeNull();
  });
});

it("walks from left to right, then upwards", () => {
  const point = (id: string, x: number, y: number) => ({ id, x, y, group: "g", href: null, label: id });
  expect(walkOrder([point("c", 2, 0), point("b", 1, 5), point("a", 1, 2)]).map(({ id }) => id)).toEqual(["a", "b", "c"]);
});

it("draws all marks of one kind as one path, one part each", () => {
  expect(
    marksPath(
      [
        { x: 1.26, y: 2 },
        { x: 3, y: 4 },
      ],
      1,
      5,
    ).match(/M/g),
  ).toHaveLength(2);
  expect(marksPath([{ x: 1.26, y: 2 }], 1, 5)).toMatch(/^M1\.3,2m/);
});
