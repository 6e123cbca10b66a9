import { Temporal } from "temporal-polyfill";
import type { AssessmentFacts } from "@/lib/data/assessment-rows";
import { parseColumn } from "@/lib/measurements/columns";
import { dictionary } from "@/lib/measurements/dictionary";
import type { Measurements } from "@/lib/measurements/schema";
import type { UnitPreferences } from "@/lib/measurements/unit-preferences";
import { toEntry } from "@/lib/measurements/units";
import type { Locale } from "@/lib/measurements/vocabulary";

/** An assessment as the database holds it, as far as the form shows it. */
export type Stored = AssessmentFacts & { revision: number; measurements: Measurements };
export type EntryReader = { preferences: UnitPreferences; locale: Locale };

/** A stored assessment as the texts of its form, in a person's units, in full. */
export function entryValues(assessment: Stored, { preferences, locale }: EntryReader): Record<string, string> {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 20, useGrouping: false });
  const facts = {
    protocol: assessment.protocol,
    reason: assessment.reason,
    measuredAt: localTime(assessment.measuredAt, assessment.timeZone),
    timeZone: assessment.timeZone,
    notes: assessment.notes,
    footwear: assessment.footwear,
    surface: assessment.surface,
    inclinePercent: assessment.inclinePercent === undefined ? undefined : number.format(assessment.inclinePercent),
    device: assessment.device,
    pain: assessment.pain?.toString(),
    painSince: assessment.painSince,
    injuryRegion: assessment.injuryRegion,
    injuryLocation: assessment.injuryLocation,
    injurySide: assessment.injurySide,
    revision: assessment.revision.toString(),
  };
  const stated = Object.entries(facts).flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const]));
  const measured = Object.entries(assessment.measurements).map(
    ([column, value]) => [column, typeof value === "string" ? value : numberText(column, value, preferences, locale)] as const,
  );
  return Object.fromEntries([...stated, ...measured]);
}

/**
 * What was parsed from a correction, with the stored number wherever its text was left as it was: feet and inches or a pace
 * cannot hold every digit of a number, and a value nobody touched must not move.
 */
export function withUntouched(parsed: Measurements, form: FormData, stored: Stored, reader: EntryReader): Measurements {
  const texts = entryValues(stored, reader);
  return Object.fromEntries(
    Object.entries(parsed).map(([column, value]) => [
      column,
      form.get(column) === texts[column] ? (stored.measurements[column] ?? value) : value,
    ]),
  );
}

function numberText(name: string, value: number, preferences: UnitPreferences, locale: Locale): string {
  const column = parseColumn(name);
  const field = column && dictionary.get(column.code);
  if (field?.kind !== "number") return String(value);
  const shown = { unit: field.unit, quantity: field.quantity, decimals: field.decimals, spread: column?.deviation };
  return toEntry(value, shown, preferences, locale);
}

function localTime(instant: Date, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return local.toString({ smallestUnit: "minute" });
}
