import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { peopleGeometry } from "./geometry";

const point = (date: string, value: number | null) => ({ id: date, date, dateText: date, value, valueText: String(value) });
const person = (id: string, ...points: [string, number | null][]) => ({
  id,
  label: id,
  points: points.map(([date, value]) => point(date, value)),
});

describe("peopleGeometry", () => {
  it("never lets two labels touch, keeps them inside and in the order of their lines", () => {
    const people = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(people, (values) => {
        const gap = 9;
        const geometry = peopleGeometry(
          values.map((value, index) => person(String(index), ["2026-01-01", 0], ["2026-03-01", value])),
          undefined,
          gap,
        );
        const ends = (geometry?.people ?? []).map(({ end }) => end).toSorted((a, b) => a.label - b.label);
        expect(ends).toHaveLength(values.length);
        ends.forEach((end, rank) => {
          const before = ends[rank - 1];
          if (before) expect(end.label - before.label).toBeGreaterThanOrEqual(gap - 1e-9);
          if (before) expect(end.y).toBeGreaterThanOrEqual(before.y - 1e-9);
          expect(end.label).toBeLessThanOrEqual(100 + 1e-9);
          expect(end.label).toBeGreaterThanOrEqual(-1e-9);
        });
      }),
    );
  });

  it("keeps a missing value as a gap and ends the line at the last measured one", () => {
    const geometry = peopleGeometry([person("a", ["2026-03-01", null], ["2026-01-01", 1], ["2026-02-01", 2])], undefined, 9);
    const [ana] = geometry?.people ?? [];
    expect(ana?.points.map(({ date }) => date)).toEqual(["2026-01-01", "2026-02-01", "2026-03-01"]);
    expect(ana?.points.at(-1)?.y).toBeNull();
    expect(ana?.end.x).toBe(ana?.points[1]?.x);
    expect(geometry?.last).toBe("2026-02-01");
  });

  it("leaves out who has nothing measured, without changing the others' look", () => {
    const geometry = peopleGeometry([person("a", ["2026-01-01", null]), person("b", ["2026-01-01", 1])], undefined, 9);
    expect(geometry?.people.map(({ id, index }) => [id, index])).toEqual([["b", 1]]);
    expect(geometry?.people[0]?.points[0]?.x).toBe(50);
  });

  it("is nothing where nothing was measured", () => {
    expect(peopleGeometry([person("a", ["2026-01-01", null])], undefined, 9)).toBeNull();
    expect(peopleGeometry([], undefined, 9)).toBeNull();
  });

  it("makes room for the band", () => {
    const { band } = peopleGeometry([person("a", ["2026-01-01", 1])], { low: 0, high: 4 }, 9) ?? {};
    expect(band?.top).toBeGreaterThan(0);
    expect(band?.bottom).toBeLessThan(100);
  });
});
