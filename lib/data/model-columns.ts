import "server-only";
import { Temporal } from "temporal-polyfill";
import type { Columns } from "@/lib/inference";
import { adultAge, ageAt, derivedValues } from "@/lib/measurements/derived";
import type { Measurements } from "@/lib/measurements/schema";
import type { Protocol } from "@/lib/measurements/vocabulary";
import { onceFor } from "@/lib/once-for";
import type { Sex } from "./generated/enums";

export type Person = { birthDate: Date; sex: Sex };
export type Measured = { protocol: Protocol; measuredAt: Date; timeZone: string; measurements: Measurements };

/** What the models are asked with: what was measured, what follows from it, and the person's sex and age on the day. */
export function modelColumns(person: Person, measured: Measured): Columns {
  const derived = derivedValues(measured.measurements, {
    protocol: measured.protocol,
    birthDate: dateText(person.birthDate),
    measuredOn: localDate(measured),
  });
  return { ...derived, ...measured.measurements, sex: person.sex };
}

/** Age in completed years on the day of the assessment, where it took place; null where the birth is later. */
export function ageOnDay(person: Pick<Person, "birthDate">, measured: Pick<Measured, "measuredAt" | "timeZone">): number | null {
  return ageAt(dateText(person.birthDate), localDate(measured));
}

/** Whether the person was of age on the day of the assessment; not where the birth is later. */
export function wasAdult(person: Pick<Person, "birthDate">, measured: Pick<Measured, "measuredAt" | "timeZone">): boolean {
  const age = ageOnDay(person, measured);
  return age !== null && age >= adultAge;
}

/** A date column as "YYYY-MM-DD". */
export function dateText(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Asked of one assessment several times in a row, and a time zone's day takes a while to find. */
const localDate = onceFor(({ measuredAt, timeZone }: Pick<Measured, "measuredAt" | "timeZone">): string =>
  Temporal.Instant.fromEpochMilliseconds(measuredAt.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString(),
);
