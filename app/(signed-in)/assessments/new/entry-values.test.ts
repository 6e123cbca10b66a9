import { expect, test } from "vitest";
import type { UnitPreferences } from "@/lib/measurements/unit-preferences";
import { entryValues, type Stored, withUntouched } from "./entry-values";
import { parseAssessmentForm } from "./form-data";

const stored: Stored = {
  revision: 2,
  protocol: "run",
  reason: "complaint",
  measuredAt: new Date("2026-07-01T09:30:00Z"),
  timeZone: "Europe/Madrid",
  notes: "after 10 km",
  pain: 4,
  painSince: "2026-06-20",
  footwear: "neutral_shoe",
  surface: "road",
  inclinePercent: 1.5,
  device: "foot_pods",
  injuryRegion: "knee",
  injuryLocation: "anterior",
  injurySide: "left",
  measurements: {
    speed: 3.1234,
    speed_sd: 0.05,
    height_cm: 168.5,
    weight_kg: 62.35,
    step_length: 1.05,
    contact_time_left: 0.2513,
    ober_left: "absent",
  },
};

const metric = { speed: "m/s", height: "cm", mass: "kg", length: "m" } as const;
const units: [string, UnitPreferences][] = [
  ["metric", metric],
  ["a runner's", { speed: "min/km", height: "cm", mass: "kg", length: "m" }],
  ["imperial", { speed: "mph", height: "ft", mass: "lb", length: "ft" }],
];

test("shows the time where it was measured", () => {
  const values = entryValues(stored, { preferences: metric, locale: "es" });
  expect(values).toMatchObject({
    measuredAt: "2026-07-01T11:30",
    weight_kg: "62,35",
    inclinePercent: "1,5",
    ober_left: "absent",
    revision: "2",
  });
});

test.each(units)("saving a correction untouched changes nothing, in %s units", (_, preferences) => {
  for (const locale of ["es", "en"] as const) {
    const form = new FormData();
    for (const [name, value] of Object.entries(entryValues(stored, { preferences, locale }))) form.set(name, value);
    const parsed = parseAssessmentForm(form, { preferences, now: new Date("2026-11-24T12:00:00Z") });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    const { measurements, ...facts } = parsed.value;
    expect(stored).toMatchObject(facts);
    expect(withUntouched(measurements, form, stored, { preferences, locale })).toEqual(stored.measurements);
  }
});

test("what was changed or taken out is what counts", () => {
  const reader = { preferences: metric, locale: "es" } as const;
  const form = new FormData();
  form.set("speed", "3,2");
  form.set("weight_kg", "62,35");
  expect(withUntouched({ speed: 3.2, weight_kg: 62.35 }, form, stored, reader)).toEqual({ speed: 3.2, weight_kg: 62.35 });
});
