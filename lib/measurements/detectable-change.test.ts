import fc from "fast-check";
import { describe, expect, it } from "vitest";
import studies from "./change-studies.json";
import { beyondNoise, detectableChange, detectableChangeOfColumn } from "./detectable-change";
import { createDictionary, dictionary, rangeOf } from "./dictionary";
import fields from "./fields.json";
import { protocolSchema } from "./vocabulary";

const protocols = protocolSchema.options;
const everywhere = dictionary.fields.flatMap((measured) => protocols.map((protocol) => ({ measured, protocol })));
const known = everywhere.flatMap(({ measured, protocol }) => {
  const change = detectableChange(measured.code, protocol);
  return change === null ? [] : [{ code: measured.code, measured, protocol, change }];
});

const place = fc.constantFrom(...everywhere);
const knownPlace = fc.constantFrom(...known);
const value = fc.double({ min: -300, max: 300, noNaN: true });

describe("the detectable change", () => {
  it("is known for walking and for running, with its study", () => {
    expect(detectableChange("speed", "walk")).toMatchObject({ value: 0.195, level: 95, doi: "10.1136/bmjopen-2019-030475" });
    expect(detectableChange("contact_time", "run")).toMatchObject({ value: 0.034, doi: "10.25452/figshare.plus.24255795" });
    expect(detectableChange("step_rate", "walk")?.of.es).toMatch(/diabetes/);
  });

  it("is null where no study is known, for deviations, for words and for unknown fields", () => {
    expect(detectableChange("speed", "run")).toBeNull();
    expect(detectableChange("fpi_total", "walk")).toBeNull();
    expect(detectableChange("speed_sd", "walk")).toBeNull();
    expect(detectableChange("ober", "walk")).toBeNull();
    expect(detectableChange("toString", "walk")).toBeNull();
  });

  it("is that of a column's field, and none for a deviation's column", () => {
    expect(detectableChangeOfColumn("contact_time_left", "run")).toEqual(detectableChange("contact_time", "run"));
    expect(detectableChangeOfColumn("speed", "walk")).toEqual(detectableChange("speed", "walk"));
    expect(detectableChangeOfColumn("contact_time_sd_left", "run")).toBeNull();
    expect(detectableChangeOfColumn("nothing_left", "run")).toBeNull();
  });

  it("is positive, cited, and less than a third of what is plausible", () => {
    expect(known.length).toBeGreaterThan(10);
    for (const { code, measured, protocol, change } of known) {
      const [min, max] = rangeOf(measured, protocol) ?? [0, 0];
      expect(change.value, code).toBeGreaterThan(0);
      expect(change.value, code).toBeLessThan((max - min) / 3);
      expect(change.doi, code).toMatch(/^10\.\d{4,9}\/\S+$/);
    }
  });

  it("has one study for each doi, and no study without a figure", () => {
    expect(new Set(Object.keys(studies))).toEqual(new Set(known.map(({ change }) => change.doi)));
  });

  it("of a stride is twice that of a step", () => {
    for (const protocol of protocols) {
      const [stride, step] = [detectableChange("stride_length", protocol), detectableChange("step_length", protocol)];
      expect(Math.abs((stride?.value ?? 0) - 2 * (step?.value ?? 0)), protocol).toBeLessThan(0.02);
    }
  });

  it.each([
    ["nothing", 0],
    ["the whole range", 2.9],
  ])("of %s is refused", (_what, size) => {
    const change = { walk: { value: size, doi: "10.1136/bmjopen-2019-030475" }, run: null };
    expect(() => createDictionary({ speed: { ...fields.speed, detectableChange: change } })).toThrow(/speed/);
  });

  it("is refused where the protocol does not measure the field, and without a doi", () => {
    const change = { value: 0.1, doi: "10.1155/2012/954378" };
    const broken = (detectable: object) => () =>
      createDictionary({ vertical_force_valley: { ...fields.vertical_force_valley, detectableChange: detectable } });
    expect(broken({ walk: change, run: null })).not.toThrow();
    expect(broken({ walk: null, run: change })).toThrow(/run/);
    expect(broken({ walk: { ...change, doi: "Reed 2013" }, run: null })).toThrow(/vertical_force_valley/);
  });
});

describe("beyond noise", () => {
  it("is more than the detectable change, and not equal to it", () => {
    expect(beyondNoise("speed", "walk", 1.2, 1.4)).toBe(true);
    expect(beyondNoise("speed", "walk", 1.2, 1.395)).toBe(false);
    expect(beyondNoise("speed", "walk", 1.395, 1.2)).toBe(false);
    expect(beyondNoise("step_rate", "run", 172, 180.1)).toBe(false);
    expect(beyondNoise("step_rate", "run", 172, 180.2)).toBe(true);
  });

  it("cannot tell of values that are no numbers", () => {
    expect(beyondNoise("speed", "walk", Number.NaN, 1)).toBeNull();
    expect(beyondNoise("speed", "walk", 1, Number.POSITIVE_INFINITY)).toBeNull();
  });

  it("is null where no change is known, and nowhere else", () => {
    fc.assert(
      fc.property(place, value, value, ({ measured: { code }, protocol }, one, other) => {
        expect(beyondNoise(code, protocol, one, other) === null).toBe(detectableChange(code, protocol) === null);
      }),
    );
  });

  it("is the same whichever comes first, and never of a value and itself", () => {
    fc.assert(
      fc.property(knownPlace, value, value, ({ code, protocol }, one, other) => {
        expect(beyondNoise(code, protocol, one, other)).toBe(beyondNoise(code, protocol, other, one));
        expect(beyondNoise(code, protocol, one, one)).toBe(false);
      }),
    );
  });

  it("stays so where the difference grows", () => {
    fc.assert(
      fc.property(
        knownPlace,
        value,
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (at, one, gap, more) => {
          const near = beyondNoise(at.code, at.protocol, one, one + gap);
          const far = beyondNoise(at.code, at.protocol, one, one + gap + more);
          expect(near === true && far === false).toBe(false);
        },
      ),
    );
  });

  it("follows a field that a clinic adds", () => {
    const change = { walk: { value: 0.5, doi: "10.1136/bmjopen-2019-030475" }, run: null };
    const more = createDictionary({ ...fields, hip_speed: { ...fields.speed, detectableChange: change } });
    expect(beyondNoise("hip_speed", "walk", 1, 1.6, more)).toBe(true);
    expect(beyondNoise("hip_speed", "run", 1, 1.6, more)).toBeNull();
    expect(beyondNoise("hip_speed", "walk", 1, 1.6)).toBeNull();
  });
});
