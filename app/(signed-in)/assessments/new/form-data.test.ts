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
    // Temporal takes a whole timestamp for a zone, and offsets; what shows dates does not.
    [{ timeZone: "2020-01-01T00:00Z[Europe/Madrid]" }, [["measuredAt", "notADate"]]],
    [{ timeZone: "+05" }, [["measuredAt", "notADate"]]],
    [{ measuredAt: "2026-03-29T02:30" }, [["measuredAt", "notADate"]]],
    [{ measuredAt: "2026-11-20T10:00+09:00" }, [["measuredAt", "notADate"]]],
    [{ pain: "3", painSince: "0001-01-01" }, [["painSince", "painSince"]]],
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

  test("five minutes ahead are a clock, more is an error", () => {
    expect(problemsOf({ measuredAt: "2026-11-24T13:05" })).toEqual([]);
    expect(problemsOf({ measuredAt: "2026-11-24T13:06" })).toEqual([["measuredAt", "inTheFuture"]]);
  });

  test("leaves control characters out of the notes and keeps their lines", () => {
    expect(parse({ notes: "knee\u0000 hurts\u001b\r\n\ton stairs\u0007" })).toMatchObject({
      ok: true,
      value: { notes: "knee hurts\r\n\ton stairs" },
    });
    expect(parse({ notes: "\u0000" })).toMatchObject({ ok: true, value: { notes: undefined } });
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
