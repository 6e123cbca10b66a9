import { describe, expect, test } from "vitest";
import { metricPreferences } from "@/lib/measurements/units";
import { formValues, parseAssessmentForm } from "./form-data";

const now = new Date("2026-11-24T12:00:00Z");
const whole = { protocol: "walk", reason: "checkup", measuredAt: "2026-11-24T10:30", timeZone: "Europe/Madrid", speed: "1,35" };

const formOf = (changes: Readonly<Record<string, string>> = {}): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...whole, ...changes })) form.set(name, value);
  return form;
};
const parse = (changes: Readonly<Record<string, string>> = {}, preferences = metricPreferences) =>
  parseAssessmentForm(formOf(changes), { preferences, now });
const problemsOf = (changes: Readonly<Record<string, string>>) => {
  const parsed = parse(changes);
  return parsed.ok ? [] : parsed.error.map((issue) => [issue.field, issue.kind === "fact" ? issue.problem : issue.error.reason]);
};

describe("parseAssessmentForm", () => {
  test("reads a form; what is blank is missing, and the time is where it was measured", () => {
    const form = {
      weight_kg: "62.5",
      contact_time_left: "0,61",
      ober_left: "present",
      ober_right: "",
      pain: "",
      notes: "  ",
      stranger: "1",
    };
    expect(parse(form)).toEqual({
      ok: true,
      value: {
        protocol: "walk",
        reason: "checkup",
        measuredAt: new Date("2026-11-24T09:30:00Z"),
        timeZone: "Europe/Madrid",
        notes: undefined,
        measurements: { speed: 1.35, weight_kg: 62.5, contact_time_left: 0.61, ober_left: "present" },
      },
    });
  });

  test("keeps pain, injury, conditions and notes", () => {
    const form = {
      pain: "4",
      painSince: "2026-10-01",
      injuryRegion: "knee",
      injuryLocation: "anterior",
      injurySide: "left",
      inclinePercent: "1,5",
      footwear: "barefoot",
      notes: " after 10 km ",
    };
    expect(parse(form)).toMatchObject({ ok: true, value: { ...form, pain: 4, inclinePercent: 1.5, notes: "after 10 km" } });
  });

  test("reads a person's own units", () => {
    const imperial = { speed: "min/km", height: "ft", mass: "lb", length: "ft" } as const;
    const parsed = parse({ protocol: "run", speed: "5:00", height_cm: "5'11\"", weight_kg: "150" }, imperial);
    expect(parsed.ok && parsed.value.measurements.speed).toBeCloseTo(1000 / 300, 9);
    expect(parsed.ok && parsed.value.measurements.height_cm).toBeCloseTo(180.34, 9);
    expect(parsed.ok && parsed.value.measurements.weight_kg).toBeCloseTo(68.0389, 3);
  });

  test.each([
    [{ reason: "" }, [["reason", "choose"]]],
    [{ protocol: "swim" }, [["protocol", "choose"]]],
    [{ measuredAt: "" }, [["measuredAt", "notADate"]]],
    [{ measuredAt: "2026-11-26T10:00" }, [["measuredAt", "inTheFuture"]]],
    [{ timeZone: "Nowhere/Land" }, [["measuredAt", "notADate"]]],
    [{ inclinePercent: "45" }, [["inclinePercent", "incline"]]],
    [{ pain: "11" }, [["pain", "pain"]]],
    [{ painSince: "2027-01-01" }, [["painSince", "painSinceFuture"]]],
    [{ injuryLocation: "lateral" }, [["injuryLocation", "injuryLocation"]]],
    [{ notes: "a".repeat(4001) }, [["notes", "notesLong"]]],
    [{ speed: "" }, [["speed", "nothingMeasured"]]],
    [{ speed: "12" }, [["speed", "out_of_range"]]],
    [{ speed: "1.234,5" }, [["speed", "not_a_number"]]],
    [{ power: "200" }, [["power", "not_in_protocol"]]],
    [{ ober_left: "1" }, [["ober_left", "not_a_value"]]],
    [{ speed_left: "1.3" }, [["speed", "both_and_sides"]]],
  ])("refuses %j", (changes, problems) => {
    expect(problemsOf(changes)).toEqual(problems);
  });

  test("up to a day ahead is a clock, not an error", () => {
    expect(problemsOf({ measuredAt: "2026-11-25T12:30" })).toEqual([]);
  });

  test("reports everything at once, in the form's order", () => {
    const fields = problemsOf({ notes: "a".repeat(4001), contact_time_left: "9", weight_kg: "x", speed: "99", reason: "" }).map(
      ([field]) => field,
    );
    expect(fields).toEqual(["reason", "weight_kg", "speed", "contact_time_left", "notes"]);
  });
});

test("what goes back is what was typed, without what Next adds", () => {
  expect(formValues(formOf({ $ACTION_REF_1: "", speed: "12" }))).toEqual({ ...whole, speed: "12" });
});
