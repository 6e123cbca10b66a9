import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnName, columnsOf, parseColumn } from "./columns";
import { byHome, fromRows, toRows } from "./rows";
import { arbitraryMeasurements } from "./testing";

describe("column names", () => {
  it.each([
    ["contact_time_left", { code: "contact_time", side: "left", deviation: false }],
    ["contact_time_sd_right", { code: "contact_time", side: "right", deviation: true }],
    ["speed", { code: "speed", side: "both", deviation: false }],
    ["speed_left", { code: "speed", side: "left", deviation: false }],
    ["speed_sd", { code: "speed", side: "both", deviation: true }],
    ["height_cm", { code: "height_cm", side: "both", deviation: false }],
  ])("reads %s", (name, column) => {
    expect(parseColumn(name)).toEqual(column);
  });

  it.each([
    ["swing_time", "which needs a side"],
    ["height_cm_left", "which has no side"],
    ["height_cm_sd", "which has no deviation"],
    ["ober_sd_left", "a finding"],
    ["speed_both", "which is written without its side"],
    ["speed_sd_sd", "of a deviation"],
    ["ritmo", "which no field has"],
    ["", "which is empty"],
    ["_left", "of nothing"],
    ["__proto__", "of JavaScript's own"],
  ])("does not read %s, %s", (name) => {
    expect(parseColumn(name)).toBeNull();
  });

  it.each(["walk", "run"] as const)("are read back, every one of %s", (protocol) => {
    const columns = columnsOf(protocol);
    expect(columns.map((column) => parseColumn(columnName(column)))).toEqual(columns);
    expect(new Set(columns.map(columnName)).size).toBe(columns.length);
  });

  it("leave out what is derived", () => {
    const names = columnsOf("walk").map(columnName);
    for (const derived of ["age_years", "bmi", "affected_zone"]) expect(names).not.toContain(derived);
  });
});

describe("database rows", () => {
  it("keep absent as 0 and present as 1, and deviations under their own field", () => {
    const rows = toRows({ ober_left: "absent", ober_right: "present", speed: 1.35, contact_time_sd_left: 0.02 });
    expect(rows).toEqual([
      { field: "ober", side: "left", value: 0 },
      { field: "ober", side: "right", value: 1 },
      { field: "speed", side: "both", value: 1.35 },
      { field: "contact_time_sd", side: "left", value: 0.02 },
    ]);
  });

  it("leave out what other records keep and what is derived", () => {
    const measurements = { sex: "female", injured_joint: "knee", age_years: 44, bmi: 22, speed: 1.3 };
    expect(toRows(measurements)).toEqual([{ field: "speed", side: "both", value: 1.3 }]);
    expect(byHome(measurements)).toEqual({
      measurement: { speed: 1.3 },
      athlete: { sex: "female" },
      assessment: { injured_joint: "knee" },
      derived: { age_years: 44, bmi: 22 },
    });
  });

  it.each(["walk", "run"] as const)("lose nothing of what is measured (%s)", (protocol) => {
    fc.assert(
      fc.property(arbitraryMeasurements(protocol), (measurements) => {
        const { measurement } = byHome(measurements);
        expect(fromRows(toRows(measurements))).toEqual({ measurements: measurement, unknown: [] });
      }),
      { numRuns: 30 },
    );
  });

  it("set apart what the dictionary cannot read", () => {
    const rows = [
      { field: "ober", side: "left", value: 3 },
      { field: "gone", side: "both", value: 1 },
      { field: "height_cm", side: "left", value: 170 },
    ] as const;
    expect(fromRows(rows)).toEqual({ measurements: {}, unknown: rows });
  });
});
