import fc from "fast-check";
import { expect, test } from "vitest";
import { choices } from "@/lib/measurements/choices";
import { columnName, columnsOfField } from "@/lib/measurements/columns";
import { conditionsSchema, injury, locationsOf } from "@/lib/measurements/conditions";
import { dictionary } from "@/lib/measurements/dictionary";
import { parseMeasurements, rangeOfColumn } from "@/lib/measurements/schema";
import { findingSchema, protocolSchema } from "@/lib/measurements/vocabulary";
import { checkRow } from "./check-row";
import { csvLine } from "./csv-line";
import { detectFormat, readRows } from "./format";
import { proposePlan } from "./propose";
import { fileOf, listOf } from "./testing";
import { type ExportedAssessment, exportCells, exportHeader } from "./write";

const now = new Date("2026-11-25T12:00:00Z");

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
const text = (maxLength: number) =>
  fc.string({ unit: "grapheme", maxLength }).map((each) =>
    each
      .replaceAll(/\p{Cc}/gu, "")
      .replaceAll(/\s+/g, " ")
      .trim(),
  );
const day = (from: string, to: string) =>
  fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

/** Any measurements a protocol may have; what contradicts itself is left out. */
const measurementsOf = (protocol: "walk" | "run") => {
  const columns = dictionary.fields
    .filter(({ keptIn }) => keptIn === "measurement")
    .flatMap((field) => columnsOfField(field).map((column) => ({ field, column })));
  return fc
    .subarray(columns, { minLength: 1, maxLength: 25 })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map(({ field, column }) => {
          const range = rangeOfColumn(field, column.deviation, protocol);
          const value =
            field.kind === "finding"
              ? fc.constantFrom(...findingSchema.options)
              : range === null
                ? fc.constant(undefined)
                : fc.double({ min: range[0], max: range[1], noNaN: true }).map((number) => number + 0);
          return value.map((each) => [columnName(column), each] as const);
        }),
      ),
    )
    .map((entries) => {
      const input = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
      const parsed = parseMeasurements(input, protocol);
      if (parsed.ok) return parsed.value;
      const wrong = new Set(parsed.error.flatMap(({ column, other }) => [column, other ?? column]));
      return Object.fromEntries(Object.entries(input).filter(([name]) => !wrong.has(name)));
    })
    .filter((measurements) => Object.keys(measurements).length > 0) as fc.Arbitrary<Record<string, number | string>>;
};

const assessment: fc.Arbitrary<ExportedAssessment> = protocolSchema.options
  .map((protocol) =>
    fc.record({
      person: fc.record({
        id: fc.uuid({ version: 7 }),
        name: text(60).filter((name) => name !== ""),
        identifier: fc.option(text(30).filter((each) => each !== "")),
        birthDate: day("1930-01-01", "2000-01-01"),
        sex: fc.constantFrom("female" as const, "male" as const),
      }),
      facts: fc
        .record({
          reason: fc.constantFrom(...choices.reason.schema.options),
          footwear: maybe(fc.constantFrom(...choices.footwear.schema.options)),
          surface: maybe(fc.constantFrom(...choices.surface.schema.options)),
          device: maybe(fc.constantFrom(...choices.device.schema.options)),
          inclinePercent: maybe(fc.double({ min: -20, max: 20, noNaN: true }).map((number) => number + 0)),
          pain: maybe(fc.integer({ min: 1, max: 10 })),
          painSince: maybe(day("2015-01-01", "2025-01-01")),
          injuryRegion: maybe(fc.constantFrom(...injury.region.schema.options)),
          injuryLocation: maybe(fc.constantFrom(...injury.location.schema.options)),
          injurySide: maybe(fc.constantFrom(...injury.side.schema.options)),
          measuredAt: fc.date({ min: new Date("2020-01-01"), max: new Date("2026-01-01"), noInvalidDate: true }),
          timeZone: fc.constantFrom("Europe/Madrid", "UTC", "America/Bogota", "Australia/Lord_Howe"),
          notes: maybe(text(200).filter((each) => each !== "")),
        })
        .filter(
          ({ injuryRegion, injuryLocation }) =>
            injuryLocation === undefined || locationsOf(injuryRegion ?? "none").includes(injuryLocation),
        )
        .map(({ measuredAt, timeZone, notes, ...conditions }) => ({
          conditions: conditionsSchema.safeParse({ ...conditions, protocol }),
          measuredAt,
          timeZone,
          notes,
        }))
        .filter(({ conditions }) => conditions.success)
        .map(({ conditions, ...rest }) => ({ ...conditions.data, ...rest }) as ExportedAssessment["facts"]),
      measurements: measurementsOf(protocol),
    }),
  )
  .reduce((one, other) => fc.oneof(one, other));

const stated = (facts: object) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

test("what goes out comes in again, the very same", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(assessment, { minLength: 1, maxLength: 5 }), async (assessments) => {
      const file = fileOf(`\uFEFF${csvLine(exportHeader)}${assessments.map((each) => csvLine(exportCells(each))).join("")}`, 1000);
      const format = await detectFormat(file);
      if (!format.ok) throw new Error(format.error.code);
      const rows = await listOf(readRows(file, format.value));
      const plan = proposePlan(format.value, rows, { timeZone: "UTC" });
      expect(plan.columns.map(({ target, unit }) => [target, unit])).toEqual(exportHeader.map((name) => [name, null]));
      const checked = rows.map((row) => checkRow(plan, row, now));
      expect(checked.map((row) => (row.ok ? [] : row.problems))).toEqual(assessments.map(() => []));
      expect(
        checked.map(
          (row) =>
            row.ok && {
              id: row.entry.athlete.id,
              birthDate: row.entry.athlete.birthDate,
              sex: row.entry.athlete.sex,
              facts: stated(row.entry.facts),
              measurements: row.entry.measurements,
            },
        ),
      ).toEqual(
        assessments.map(({ person, facts, measurements }) => ({
          id: person.id,
          birthDate: person.birthDate,
          sex: person.sex,
          facts: stated(facts),
          measurements,
        })),
      );
    }),
    { numRuns: 60 },
  );
});
