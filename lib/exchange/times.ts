import { Temporal } from "temporal-polyfill";
import { plainDate } from "@/lib/measurements/dates";
import { fail, type Result, succeed } from "@/lib/result";

/** How far another computer's clock may be ahead of ours. */
const clockMilliseconds = 5 * 60 * 1000;
const dayMilliseconds = 24 * 60 * 60 * 1000;

export type DateOrder = "dmy" | "mdy";

/** "YYYY-MM-DD" of a date as files write it: ISO, or day and month in the file's order with a year of four digits. */
export function dateOf(text: string, order: DateOrder): string | null {
  const [, iso] = /^(\d{4}-\d{2}-\d{2})$/.exec(text) ?? [];
  if (iso !== undefined) return plainDate(iso) ? iso : null;
  const [, one, other, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (one === undefined || other === undefined || year === undefined) return null;
  const [day, month] = order === "dmy" ? [one, other] : [other, one];
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return plainDate(written) ? written : null;
}

/**
 * The instant of a date, a date and time, or either with its zone. A day without a time is noon there, so that it is the same
 * day wherever it is read.
 */
export function instantOf(
  text: string,
  { timeZone, order, now }: { timeZone: string; order: DateOrder; now: Date },
): Result<{ measuredAt: Date; timeZone: string }, "not_a_date" | "in_the_future"> {
  const read = readInstant(text.trim(), timeZone, order);
  if (read === null) return fail("not_a_date");
  const ahead = read.hasTime ? clockMilliseconds : dayMilliseconds;
  return read.at > now.getTime() + ahead ? fail("in_the_future") : succeed({ measuredAt: new Date(read.at), timeZone });
}

const withTime = /^(\S+?)(?:[T ]\s*)(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|[+-]\d{2}:?\d{2})?$/;

function readInstant(text: string, timeZone: string, order: DateOrder): { at: number; hasTime: boolean } | null {
  const [, day, time, offset] = withTime.exec(text) ?? [undefined, text];
  const date = dateOf(day ?? "", order);
  if (date === null) return null;
  try {
    if (time === undefined)
      return { at: Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: "12:00" }).epochMilliseconds, hasTime: false };
    const clock = time.padStart(time.indexOf(":") === 1 ? time.length + 1 : time.length, "0");
    if (offset !== undefined) return { at: Temporal.Instant.from(`${date}T${clock}${offset}`).epochMilliseconds, hasTime: true };
    const written = Temporal.PlainDateTime.from(`${date}T${clock}`);
    const zoned = written.toZonedDateTime(timeZone);
    // A time that the clocks skip did not happen.
    return zoned.toPlainDateTime().equals(written) ? { at: zoned.epochMilliseconds, hasTime: true } : null;
  } catch {
    return null;
  }
}

/** The order of day and month that a column's dates can only have; day first where nothing tells. */
export function dateOrderOf(texts: readonly string[]): DateOrder {
  const second = texts.flatMap((text) => /^\d{1,2}[/.-](\d{1,2})[/.-]\d{4}/.exec(text.trim())?.[1] ?? []);
  return second.some((part) => Number(part) > 12) ? "mdy" : "dmy";
}

/** A birth date that makes the person so old on that day: half a year off at most. */
export function birthDateFromAge(age: number, measuredAt: Date, timeZone: string): string {
  const day = Temporal.Instant.fromEpochMilliseconds(measuredAt.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  return day.subtract({ years: age, months: 6 }).toString();
}
