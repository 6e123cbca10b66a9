import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ageBands } from "./age-bands";
import { dictionary, rangeOf } from "./dictionary";
import { allNorms, percentileOfNorm, publishedNorms } from "./norms";

const keyOf = ({ code, protocol, sex }: (typeof allNorms)[number]) => `${code} ${protocol} ${sex}`;
const spread = (mean: number, sd: number) => ({ mean, sd });

describe("the norms", () => {
  it("gives the walking speed that the meta-analysis prints, in the dictionary's unit", () => {
    expect(publishedNorms("speed", "walk", { sex: "male", age: 45 })).toMatchObject({
      mean: 1.43,
      sd: null,
      n: 96,
      band: { from: 40, to: 49 },
      origin: "printed",
      source: { doi: "10.1016/j.physio.2010.12.004", year: 2011, licence: null },
    });
    expect(publishedNorms("speed", "walk", { sex: "female", age: 99.9 })).toMatchObject({ mean: 0.94 });
    expect(publishedNorms("fpi_total", "run", { sex: "female", age: 30 })).toMatchObject({ mean: 3, n: 331 });
  });

  it("holds every one of the 23,111 people of the meta-analysis", () => {
    const people = allNorms.filter(({ source }) => source.doi === "10.1016/j.physio.2010.12.004").map(({ n }) => n ?? 0);
    expect(people.reduce((sum, n) => sum + n, 0)).toBe(23111);
  });

  it("names the open data, its licence and the condition where the figure was computed", () => {
    expect(publishedNorms("contact_time", "run", { sex: "female", age: 25 })).toMatchObject({
      origin: "computed",
      source: { doi: "10.25452/figshare.plus.24255795", licence: "CC BY 4.0" },
      condition: { en: expect.stringContaining("treadmill"), es: expect.stringContaining("cinta") },
    });
  });

  it("counts completed years: a band lasts until the next birthday", () => {
    expect(publishedNorms("speed", "walk", { sex: "male", age: 29.99 })?.band).toEqual({ from: 20, to: 29 });
    expect(publishedNorms("speed", "walk", { sex: "male", age: 30 })?.band).toEqual({ from: 30, to: 39 });
  });

  it("is null outside what the sources cover", () => {
    expect(publishedNorms("speed", "walk", { sex: "male", age: 19 })).toBeNull();
    expect(publishedNorms("speed", "walk", { sex: "male", age: 100 })).toBeNull();
    expect(publishedNorms("speed", "run", { sex: "male", age: 40 })).toBeNull();
    expect(publishedNorms("contact_time", "run", { sex: "male", age: 85 })).toBeNull();
    expect(publishedNorms("contact_time_sd", "run", { sex: "male", age: 25 })).toBeNull();
    expect(publishedNorms("speed", "walk", { sex: "male", age: Number.NaN })).toBeNull();
  });

  it("has cells that do not overlap, so that the order of the files decides nothing", () => {
    for (const norm of allNorms) {
      const same = allNorms.filter(
        (other) => keyOf(other) === keyOf(norm) && other.band.from <= norm.band.to && norm.band.from <= other.band.to,
      );
      expect(same, `${keyOf(norm)} ${norm.band.from}`).toEqual([norm]);
    }
  });

  it("finds each cell by every age it says it covers", () => {
    for (const norm of allNorms) {
      for (const age of [norm.band.from, norm.band.to, norm.band.to + 0.99]) {
        expect(publishedNorms(norm.code, norm.protocol, { sex: norm.sex, age })).toBe(norm);
      }
    }
  });

  it("speaks of fields of the dictionary, in their unit: mean and spread are plausible", () => {
    for (const { code, protocol, mean, sd } of allNorms) {
      const measured = dictionary.get(code);
      const [min, max] = (measured && rangeOf(measured, protocol)) ?? [0, 0];
      expect(mean, code).toBeGreaterThan(min);
      expect(mean, code).toBeLessThan(max);
      if (sd !== null) expect(sd, code).toBeLessThan((max - min) / 5);
    }
  });

  it("is of adults, and of 20 people at least where we computed it", () => {
    for (const { code, band, n, sd, origin } of allNorms) {
      expect(band.from, code).toBeGreaterThanOrEqual(ageBands[0].from);
      expect(band.to, code).toBeGreaterThanOrEqual(band.from);
      if (origin === "computed") {
        expect(n, code).toBeGreaterThanOrEqual(20);
        expect(sd, code).not.toBeNull();
      }
    }
  });

  it("agrees with itself: a step is half a stride", () => {
    const person = { sex: "female", age: 35 } as const;
    const [stride, step] = [publishedNorms("stride_length", "run", person), publishedNorms("step_length", "run", person)];
    expect(Math.abs((stride?.mean ?? 0) / 2 - (step?.mean ?? 0))).toBeLessThan(0.001);
  });
});

describe("the place of a value among the norm's people", () => {
  it("is that of the normal distribution", () => {
    expect(percentileOfNorm(spread(10, 2), 10)).toBeCloseTo(50, 4);
    expect(percentileOfNorm(spread(10, 2), 12)).toBeCloseTo(84.1345, 3);
    expect(percentileOfNorm(spread(10, 2), 6.08)).toBeCloseTo(2.5, 2);
    expect(percentileOfNorm(spread(10, 2), 13.92)).toBeCloseTo(97.5, 2);
  });

  it("is null without a standard deviation, and for what is no number", () => {
    expect(percentileOfNorm({ mean: 1.3, sd: null }, 1.2)).toBeNull();
    expect(percentileOfNorm(spread(1.3, 0.2), Number.NaN)).toBeNull();
  });

  it("lies between 0 and 100, rises with the value and is symmetric about the mean", () => {
    const number = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(
        number,
        fc.double({ min: 0.01, max: 20, noNaN: true }),
        number,
        fc.double({ min: 0, max: 50, noNaN: true }),
        (mean, sd, value, more) => {
          const at = (wanted: number) => percentileOfNorm(spread(mean, sd), wanted) ?? Number.NaN;
          expect(at(value)).toBeGreaterThanOrEqual(0);
          expect(at(value)).toBeLessThanOrEqual(100);
          expect(at(value + more)).toBeGreaterThanOrEqual(at(value) - 1e-4);
          expect(at(mean + more) + at(mean - more)).toBeCloseTo(100, 4);
        },
      ),
    );
  });
});
