import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Counted, isGroup, shownGroups, statedCount, statedValue } from "./cohort-disclosure";
import { correlationInterval, meanInterval, studentQuantile } from "./cohort-intervals";

const everyone = { kind: "everyone" } as const;
const counted = fc
  .tuple(fc.nat(30), fc.nat(30))
  .map(([one, other]): Counted => ({ people: Math.max(one, other), strangers: Math.min(one, other) }));
const sum = (groups: readonly Counted[]): Counted => ({
  people: groups.reduce((total, { people }) => total + people, 0),
  strangers: groups.reduce((total, { strangers }) => total + strangers, 0),
});

describe("groups beside their whole", () => {
  it("shows no group that is none, and hides nothing that follows from the rest and is none", () => {
    fc.assert(
      fc.property(fc.array(counted, { maxLength: 12 }), (groups) => {
        const { shown, hidden } = shownGroups(groups);
        expect(shown.every(isGroup)).toBe(true);
        expect(shown.length + hidden.length).toBe(groups.filter(({ people }) => people > 0).length);
        if (hidden.length > 0 && shown.length > 0) expect(isGroup(sum(hidden))).toBe(true);
      }),
    );
  });

  it("hides no more than the small ones where they are a group together", () => {
    const groups = [20, 4, 3].map((people) => ({ people, strangers: people }));
    expect(shownGroups(groups).shown).toEqual([groups[0]]);
    expect(shownGroups(groups).hidden).toEqual([groups[1], groups[2]]);
  });

  it("takes the smallest along with one small group", () => {
    const groups = [20, 8, 4].map((people) => ({ people, strangers: people }));
    expect(shownGroups(groups).shown).toEqual([groups[0]]);
  });

  it("shows people the viewer can look up anyway, five at least", () => {
    expect(isGroup({ people: 5, strangers: 0 })).toBe(true);
    expect(isGroup({ people: 9, strangers: 4 })).toBe(false);
    expect(isGroup({ people: 4, strangers: 0 })).toBe(false);
  });
});

describe("what is said of everyone", () => {
  it("is counted in fives", () => {
    expect([4, 5, 9, 10].map((people) => statedCount(everyone, people))).toEqual([0, 5, 5, 10]);
    expect(statedCount({ kind: "teams" }, 9)).toBe(9);
  });

  it("is rounded to no more than about a twentieth of the spread", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e4, max: 1e4, noNaN: true }), fc.double({ min: 1e-3, max: 1e4, noNaN: true }), (value, spread) => {
        expect(Math.abs(statedValue(everyone, value, spread) - value)).toBeLessThanOrEqual(
          (2.5 * spread) / 20 / 2 + 1e-9 * Math.abs(value),
        );
        expect(statedValue({ kind: "teams" }, value, spread)).toBe(value);
      }),
    );
    expect(statedValue(everyone, 1.23456, 0.2)).toBe(1.23);
  });
});

describe("intervals", () => {
  it.each([
    [4, 2.776],
    [9, 2.262],
    [30, 2.042],
    [1000, 1.962],
  ])("has Student's quantile of %i", (freedom, quantile) => {
    expect(studentQuantile(freedom)).toBeCloseTo(quantile, 2);
  });

  it("holds no interval of a mean of fewer than 5", () => {
    expect(meanInterval(1, 0.1, 4)).toBeNull();
    expect(meanInterval(10, 2, 10)).toMatchObject({ low: expect.closeTo(8.569, 2), high: expect.closeTo(11.431, 2) });
  });

  it("holds a correlation's interval between −1 and 1, around it", () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), fc.integer({ min: 20, max: 5000 }), (r, people) => {
        const interval = correlationInterval(r, people);
        expect(interval?.low).toBeGreaterThanOrEqual(-1);
        expect(interval?.high).toBeLessThanOrEqual(1);
        expect(interval?.low).toBeLessThanOrEqual(r + 1e-9);
        expect(interval?.high).toBeGreaterThanOrEqual(r - 1e-9);
      }),
    );
    expect(correlationInterval(0.5, 19)).toBeNull();
    expect(correlationInterval(0.5, 28)).toMatchObject({ low: expect.closeTo(0.156, 2), high: expect.closeTo(0.736, 2) });
  });
});
