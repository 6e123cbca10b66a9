import "server-only";
import { Temporal } from "temporal-polyfill";
import type { Columns } from "@/lib/inference";
import { ageAt, derive } from "@/lib/measurements/derived";
import type { Measurements } from "@/lib/measurements/schema";
import type { Protocol } from "@/lib/measurements/vocabulary";
import type { Sex } from "./generated/enums";

export type Person = { birthDate: Date; sex: Sex };
export type Measured = { protocol: Protocol; measuredAt: Date; timeZone: string; measurements: Measurements };

/** What the models are asked with: what was measured, what follows from it, and the person's sex and age on the day. */
export function modelColumns(person: Person, measured: Measured): Columns {
  const derived = derive(measured.measurements, {
    protocol: measured.protocol,
    birthDate: dateText(person.birthDate),
    measuredOn: localDate(measured),
  });
  const values = Object.entries(derived).map(([column, { value }]) => [column, value] as const);
  return { ...Object.fromEntries(values), ...measured.measurements, sex: person.sex };
}

/** Age in completed years on the day of the assessment, where it took place; 0 where the birth is later. */
export function ageOnDay(person: Pick<Person, "birthDate">, measured: Pick<Measured, "measuredAt" | "timeZone">): number {
  return ageAt(dateText(person.birthDate), localDate(measured))?.whole ?? 0;
}

/** A date column as "YYYY-MM-DD". */
export function dateText(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function localDate({ measuredAt, timeZone }: Pick<Measured, "measuredAt" | "timeZone">): string {
  return Temporal.Instant.fromEpochMilliseconds(measuredAt.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
