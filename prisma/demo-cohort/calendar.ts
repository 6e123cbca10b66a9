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

/** Days before today of so many visits, the first first: four to twelve weeks apart, or less where they would not fit; the last not today. */
export const visitDays = (count: number, random: Random): readonly number[] => {
  const drawn = Array.from({ length: count - 1 }, () => random.integer(28, 84));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const shrink = Math.min(1, (longestAgo - 7) / sum(drawn));
  const gaps = drawn.map((gap) => Math.floor(gap * shrink));
  const sinceLast = random.chance(0.5) ? random.integer(1, 50) : random.integer(1, longestAgo);
  const first = Math.min(longestAgo, sum(gaps) + sinceLast);
  return [first, ...gaps.map((_, index) => first - sum(gaps.slice(0, index + 1)))];
};
