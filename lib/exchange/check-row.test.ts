import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkRow } from "./check-row";
import { unitsFor } from "./conversions";
import { importPlanSchema } from "./plan";
import { proposePlan } from "./propose";
import { measuredField } from "./targets";
import type { SourceRow } from "./types";

const now = new Date("2026-11-25T12:00:00Z");

const planOf = (header: readonly string[], rows: readonly (readonly string[])[], rules = {}) => {
  const samples = rows.map((cells, index): SourceRow => ({ number: index + 1, cells }));
  const plan = proposePlan({ encoding: "utf-8", delimiter: ",", header }, samples, { timeZone: "Europe/Madrid" });
  return importPlanSchema.parse({ ...plan, rules: { ...plan.rules, ...rules } });
};
const check = (header: readonly string[], cells: readonly string[], rules = {}) =>
  checkRow(planOf(header, [cells], rules), { number: 1, cells }, now);
const problemsOf = (header: readonly string[], cells: readonly string[], rules = {}) => {
  const checked = check(header, cells, rules);
  return checked.ok ? [] : checked.problems;
};

describe("our own names", () => {
  test("a row becomes an assessment, in the dictionary's units and words", () => {
    const header = [
      "athlete",
      "measured_at",
      "protocol",
      "speed",
      "contact_time_left",
      "contact_time_right",
      "hallux_valgus_left",
      "pain",
      "notes",
    ];
    const cells = ["Ana Ruiz", "2025-03-04T10:30:00+01:00", "walk", "1,35", "0.62", "0.64", "presente", "3", "bien"];
    expect(check(header, cells)).toEqual({
      ok: true,
      notes: [],
      entry: {
        athlete: { key: "Ana Ruiz" },
        facts: {
          protocol: "walk",
          reason: "checkup",
          pain: 3,
          measuredAt: new Date("2025-03-04T09:30:00Z"),
          timeZone: "Europe/Madrid",
          notes: "bien",
        },
        measurements: { speed: 1.35, contact_time_left: 0.62, contact_time_right: 0.64, hallux_valgus_left: "present" },
      },
    });
  });

  test("what is blank is missing, never 0; a row without any value is refused", () => {
    const checked = check(["athlete", "measured_at", "speed", "shock"], ["Ana", "2025-03-04", "1.2", ""]);
    expect(checked.ok && checked.entry.measurements).toEqual({ speed: 1.2 });
    expect(problemsOf(["athlete", "measured_at", "speed"], ["Ana", "2025-03-04", " "])).toMatchObject([{ code: "nothing_measured" }]);
  });
});

describe("the original application's columns", () => {
  const header = [
    "nombre",
    "edad",
    "sexo",
    "altura",
    "peso",
    "articulacion",
    "lado",
    "pace_walk",
    "step length_walk",
    "stride length_walk",
    "thomas psoas",
    "hav",
    "fpi_total_i",
  ];
  const cells = ["Ana", "41", "0", "168", "62.5", "rodilla", "izquierda", "1.31", "0.68", "1.36", "1", "3", "4"];
  const rules = { measuredOn: "2024-05-06" };

  test("are recognised, and tests relative to the injured side become findings per side", () => {
    const plan = planOf(header, [cells]);
    expect(plan.columns.map(({ target }) => target)).toEqual([
      "name",
      "age",
      "sex",
      "height_cm",
      "weight_kg",
      "injured_joint",
      "injury_side",
      "speed",
      "step_length",
      "stride_length",
      "thomas_psoas:0-3",
      "hallux_valgus:0-3",
      "fpi_total_left",
    ]);
    const checked = check(header, cells, rules);
    expect(checked.ok && checked.entry).toMatchObject({
      athlete: { name: "Ana", sex: "female", birthDate: "1982-11-06", birthDateFromAge: true },
      facts: { reason: "complaint", injuryRegion: "knee", injurySide: "left", protocol: "walk" },
      measurements: {
        thomas_psoas_left: "present",
        thomas_psoas_right: "absent",
        hallux_valgus_left: "present",
        hallux_valgus_right: "present",
        fpi_total_left: 4,
      },
    });
  });

  test("a test relative to a side that nobody named is left out, and said so", () => {
    const unsided = cells.map((cell) => (cell === "izquierda" ? "bilateral" : cell));
    const checked = check(header, unsided, rules);
    expect(checked.ok && checked.notes).toEqual([{ column: "thomas psoas", code: "test_left_out" }]);
    expect(checked.ok && Object.keys(checked.entry.measurements)).not.toContain("thomas_psoas_left");
  });

  test.each([
    ["a step of 7.66 m", "0.68", "7.66", { column: "step length_walk", value: "7.66", code: "out_of_range", range: [0.15, 1.1] }],
    ["a stride of 0.08 m", "1.36", "0.08", { column: "stride length_walk", value: "0.08", code: "out_of_range" }],
    ["km/h where m/s is meant", "1.31", "5.2", { column: "pace_walk", value: "5.2", code: "out_of_range", perhaps: "km/h" }],
    ["a grade outside 0 to 3", "3", "4", { column: "hav", value: "4", code: "grade_outside", range: [0, 3] }],
  ])("%s is refused with row, column, value and reason", (_, before, after, problem) => {
    const wrong = cells.map((cell) => (cell === before ? after : cell));
    const plan = planOf(header, [cells], rules);
    const checked = checkRow(plan, { number: 1, cells: wrong }, now);
    expect(checked.ok ? [] : checked.problems).toMatchObject([problem]);
  });

  test("a whole column in km/h is offered as a conversion, and converts", () => {
    const fast = ["4.8", "5.1", "4.4"].map((speed) => cells.map((cell) => (cell === "1.31" ? speed : cell)));
    const plan = planOf(header, fast, rules);
    expect(plan.columns.find(({ target }) => target === "speed")?.unit).toBe("km/h");
    const checked = checkRow(plan, { number: 1, cells: fast[0] ?? [] }, now);
    expect(checked.ok && checked.entry.measurements.speed).toBeCloseTo(4.8 / 3.6, 12);
  });

  test("without a day the row waits for one for the whole file", () => {
    expect(problemsOf(header, cells)).toMatchObject([{ code: "no_date" }]);
  });
});

test("a run's speed among walks is no walk in km/h", () => {
  const rows = [
    ["Ana", "run", "3.4"],
    ["Ana", "run", "3.6"],
    ["Eva", "walk", "1.2"],
  ];
  expect(planOf(["Name", "Activity", "Avg speed"], rows).columns[2]).toMatchObject({ target: "speed", unit: null });
});

test.each([
  ["Contact Time (ms) L", "contact_time_left", "ms"],
  ["Foot Strike Type_R", "footstrike_type_right", null],
  ["Pronation Excursion (FS->MP) Left", "pronation_excursion_fs_mp_left", null],
  ["Stance Excursion (MP->TO)", "stance_excursion_mp_to", null],
  ["Velocidad (km/h)", "speed", "km/h"],
  ["velocidad_walk", "treadmill_speed", null],
  ["Cadence [spm]", "step_rate", null],
  ["Longitud de zancada (cm)", "stride_length", "cm"],
  ["Ground Contact Time (ms) izq", "contact_time_left", "ms"],
  ["contact_time_sd_left", "contact_time_sd_left", null],
  ["Fecha de nacimiento", "birth_date", null],
])("%s is %s", (source, target, unit) => {
  expect(planOf([source, "x"], []).columns[0]).toMatchObject({ target, unit });
});

test("a name that is nearly ours is proposed as similar, a strange one is left out", () => {
  const [near, strange] = planOf(["vertcal oscilation left", "favourite colour"], []).columns;
  expect(near).toMatchObject({ target: "vertical_oscillation_left", recognised: "similar" });
  expect(strange).toMatchObject({ target: null, recognised: null });
});

test.each([
  ["2025-03-04", "2025-03-04T11:00:00.000Z"],
  ["04/03/2025", "2025-03-04T11:00:00.000Z"],
  ["4.3.2025 9:05", "2025-03-04T08:05:00.000Z"],
  ["2025-03-04T09:05:00Z", "2025-03-04T09:05:00.000Z"],
  ["2025-03-30 02:30", null],
  ["30/02/2025", null],
  ["04/03/25", null],
  ["2031-01-01", null],
])("the time %s", (text, at) => {
  const checked = check(["athlete", "measured_at", "speed"], ["Ana", text, "1.2"]);
  expect(checked.ok ? checked.entry.facts.measuredAt.toISOString() : null).toBe(at);
});

test("M is what the others beside it make it", () => {
  expect(
    planOf(
      ["sexo", "speed"],
      [
        ["M", "1"],
        ["H", "1"],
      ],
    ).rules.m,
  ).toBe("female");
  expect(
    planOf(
      ["sex", "speed"],
      [
        ["M", "1"],
        ["F", "1"],
      ],
    ).rules.m,
  ).toBe("male");
  expect(problemsOf(["athlete", "sex", "measured_at", "speed"], ["Ana", "M", "2025-03-04", "1.2"])).toMatchObject([
    { column: "sex", code: "not_a_word" },
  ]);
});

test("every unit that can be chosen converts a number within the field's range into a number", () => {
  for (const target of [
    "speed",
    "treadmill_speed",
    "height_cm",
    "weight_kg",
    "contact_time_left",
    "vertical_oscillation_left",
    "contact_ratio",
    "step_rate",
  ]) {
    for (const unit of unitsFor(measuredField(target)?.field ?? { unit: null })) {
      const plan = importPlanSchema.parse({
        ...planOf(["a", "athlete", "measured_at"], []),
        columns: [{ index: 0, source: "a", target, unit, recognised: "person" }],
      });
      const checked = checkRow({ ...plan, rules: { ...plan.rules, measuredOn: "2025-01-01" } }, { number: 1, cells: ["5.5"] }, now);
      const codes = checked.ok ? [] : checked.problems.map(({ code }) => code);
      expect(codes.filter((code) => code !== "out_of_range")).toEqual([]);
    }
  }
});

test("any cells are an entry or problems, each with a code, and never a throw", () => {
  const header = [
    "athlete",
    "edad",
    "sexo",
    "measured_at",
    "protocol",
    "pace_walk",
    "thomas psoas",
    "lado",
    "articulacion",
    "pain",
    "time_zone",
    "hav_left",
    "notes",
    "athlete_id",
  ];
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom("", "0", "1", "3", "2025-01-01", "walk", "1,2", "left", "knee", "NaN", "-0", "1e9", "\0", "Europe/Madrid"),
  );
  fc.assert(
    fc.property(fc.array(cell, { minLength: header.length, maxLength: header.length }), (cells) => {
      const checked = checkRow(planOf(header, [cells]), { number: 1, cells }, now);
      if (checked.ok) expect(Object.values(checked.entry.measurements).every((value) => value !== "")).toBe(true);
      else expect(checked.problems.length).toBeGreaterThan(0);
    }),
  );
});
