import { describe, expect, it } from "vitest";
import { anchorAt, padded, percentScale, spread } from "./scale";

describe("percentScale", () => {
  it("holds what lies outside at the edge", () => {
    const x = percentScale([18, 100]);
    expect(x(59)).toBe(50);
    expect(x(12)).toBe(0);
    expect(x(140)).toBe(100);
  });

  it("puts a domain without width in the middle", () => {
    expect(percentScale([3, 3])(3)).toBe(50);
  });

  it("runs backwards for heights", () => {
    expect(percentScale([1, 0])(0.25)).toBe(75);
  });
});

describe("spread", () => {
  it("leaves labels that already stand apart where they are, in the order given", () => {
    expect(spread([80, 20], 10, [0, 100])).toEqual([80, 20]);
  });

  it("moves neighbours apart and stays inside", () => {
    const [a = 0, b = 0] = spread([98, 97], 12, [0, 100]);
    expect(a - b).toBeGreaterThanOrEqual(12);
    expect(a).toBeLessThanOrEqual(100);
  });
});

it("pads a single value so that it has an axis", () => {
  const [low, high] = padded([5]);
  expect(low).toBeLessThan(5);
  expect(high).toBeGreaterThan(5);
  expect(padded([0])).toEqual([-1, 1]);
});

it("lets text near an edge grow inwards", () => {
  expect([2, 50, 97].map(anchorAt)).toEqual(["start", "middle", "end"]);
});
