import { describe, expect, it } from "vitest";
import { columnName, columnsOf } from "./columns";
import { createDictionary, dictionary, field, fieldsOf, isFieldCode } from "./dictionary";
import fields from "./fields.json";
import { formGroups } from "./forms";
import { parseMeasurements } from "./schema";
import { oneMoreEntry } from "./testing";

const broken = (change: object) => () => createDictionary({ ...fields, speed: { ...fields.speed, ...change } });

describe("the dictionary", () => {
  it("finds a field by its code", () => {
    expect(field("swing_time")).toMatchObject({ code: "swing_time", unit: "s", sides: "each" });
    expect(isFieldCode("contact_time")).toBe(true);
    expect(isFieldCode("toString")).toBe(false);
    expect(dictionary.get("constructor")).toBeUndefined();
  });

  it("keeps the order of fields.json", () => {
    expect(dictionary.fields.map(({ code }) => code)).toEqual(Object.keys(fields));
  });

  it.each([
    ["a unit that its quantity does not have", { unit: "knots" }],
    ["a range upside down", { range: { walk: [3, 0.1], run: null } }],
    ["no protocol that measures it", { range: { walk: null, run: null } }],
    ["an unknown group", { group: "gaits" }],
    ["a missing translation", { label: { en: "Speed" } }],
    ["an unknown property", { unti: "m/s" }],
    ["a value that is kept and derived", { derived: "bmi" }],
    ["a source that is no doi", { source: "Bohannon" }],
  ])("refuses %s", (_what, change) => {
    expect(broken(change)).toThrow(/speed/);
  });

  it("refuses a code that ends like a side or a deviation", () => {
    expect(() => createDictionary({ knee_left: fields.speed })).toThrow(/knee_left/);
    expect(() => createDictionary({ knee_sd: fields.speed })).toThrow(/knee_sd/);
    expect(() => createDictionary({ "knee angle": fields.speed })).toThrow(/knee angle/);
  });

  it("refuses an exclusion that is not mutual", () => {
    const onesided = { ...fields.high_arch, excludes: [] };
    expect(() => createDictionary({ ...fields, high_arch: onesided })).toThrow(/flat_arch/);
  });

  it("refuses an enumeration without a label for each value", () => {
    expect(() => createDictionary({ sex: { ...fields.sex, values: ["female", "male", "other"] } })).toThrow(/label/);
  });

  it("leaves out what a protocol does not measure", () => {
    const codes = (protocol: "walk" | "run") => fieldsOf({ protocol }).map(({ code }) => code);
    expect(codes("walk")).not.toContain("flight_ratio");
    expect(codes("run")).toContain("flight_ratio");
    expect(codes("run")).not.toContain("vertical_force_valley");
    expect(codes("run")).toContain("hallux_limitus");
  });

  it("lists a group alone, and all groups in the form's order", () => {
    expect(new Set(fieldsOf({ group: "force" }).map(({ group }) => group))).toEqual(new Set(["force"]));
    expect([...new Set(fieldsOf().map(({ group }) => group))]).toEqual([
      "body",
      "gait",
      "kinematics",
      "running_sensor",
      "force",
      "clinical_test",
      "injury",
    ]);
    expect(fieldsOf()).toHaveLength(dictionary.fields.length);
  });

  it("speaks each language in its own words", () => {
    const same = dictionary.fields.filter(({ meaning }) => meaning.en === meaning.es);
    expect(same).toEqual([]);
    const labels = (locale: "en" | "es") => dictionary.fields.map(({ label }) => label[locale]);
    expect(new Set(labels("en")).size).toBe(dictionary.fields.length);
    expect(new Set(labels("es")).size).toBe(dictionary.fields.length);
  });
});

describe("adding a field", () => {
  const more = createDictionary(oneMoreEntry);

  it("is one entry: schema, columns and form follow", () => {
    expect(parseMeasurements({ hip_drop_left: "5,5" }, "walk", { dictionary: more })).toEqual({ ok: true, value: { hip_drop_left: 5.5 } });
    expect(parseMeasurements({ hip_drop_left: 26 }, "walk", { dictionary: more })).toMatchObject({ ok: false });
    expect(parseMeasurements({ hip_drop_left: 26 }, "run", { dictionary: more })).toMatchObject({ ok: true });
    expect(columnsOf("walk", more).map(columnName)).toEqual(
      expect.arrayContaining(["hip_drop_left", "hip_drop_right", "hip_drop_sd_left", "hip_drop_sd_right"]),
    );
    const drawn = formGroups("run", "es", more)
      .find(({ group }) => group === "kinematics")
      ?.fields.find(({ code }) => code === "hip_drop");
    expect(drawn).toMatchObject({ label: "Caída de la cadera", unit: "deg", range: [-15, 30] });
  });

  it("is unknown without that entry", () => {
    expect(parseMeasurements({ hip_drop_left: 5 }, "walk")).toMatchObject({ error: [{ reason: "unknown_field" }] });
  });
});
