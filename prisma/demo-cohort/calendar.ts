import { Temporal } from "temporal-polyfill";
import type { Random } from "./random";

export const timeZone = "Europe/Madrid";
/** 18 months. */
export const longestAgo = 547;

/** An instant in opening hours, so many days before today. */
export const visitTime = (today: Temporal.PlainDate, daysAgo: number, random: Random): Date => {
  const time = Temporal.PlainTime.from({ hour: random.integer(9, 18), minute: 15 * random.integer(0, 3) });
  const at = today.subtract({ days: daysAgo }).toZonedDateTime({ timeZone, plainTime: time });
  return new Date(at.epochMilliseconds);
};

/** The date of birth of who has that age so many days before today: always a completed year, so 18 is an adult. */
export const birthDate = (today: Temporal.PlainDate, age: number, daysAgo: number): string =>
  today
    .subtract({ days: daysAgo })
    .subtract({ years: Math.floor(age), days: 1 + Math.floor((age % 1) * 364) })
    .toString();

/** Days before today of so many visits, the first first: four to twelve weeks apart, the last between yesterday and seven weeks ago or earlier. */
export const visitDays = (count: number, random: Random): readonly number[] => {
  const gaps = Array.from({ length: count - 1 }, () => random.integer(28, 84));
  const span = gaps.reduce((sum, gap) => sum + gap, 0);
  const first = Math.min(longestAgo, span + (random.chance(0.5) ? random.integer(1, 50) : random.integer(1, longestAgo)));
  return gaps.reduce((days, gap) => [...days, (days.at(-1) ?? first) - gap], [first]);
};
