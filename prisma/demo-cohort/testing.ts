import type { Measurements } from "@/lib/measurements/schema";
import type { Day } from "./on-the-day";
import { drawPerson, type Person } from "./person";
import { createRandom, type Random } from "./random";

// For tests: statistics of large samples.

const usual: Day = { complaint: null, severity: 0, form: 0 };

/** One visit each of so many people. */
export function sample(measure: (person: Person, day: Day, random: Random) => Measurements, people = 3000, day = usual): Measurements[] {
  const random = createRandom(1);
  return Array.from({ length: people }, () => measure(drawPerson(random), day, random));
}

/** A field's values: the one for both, or the mean of left and right. */
export function valuesOf(rows: readonly Measurements[], code: string): number[] {
  return rows.map(
    (row) => number(row[code]) ?? ((number(row[`${code}_left`]) ?? Number.NaN) + (number(row[`${code}_right`]) ?? Number.NaN)) / 2,
  );
}

function number(value: number | string | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
}

export function correlation(xs: readonly number[], ys: readonly number[]): number {
  const [centreX, centreY] = [mean(xs), mean(ys)];
  const covariance = mean(xs.map((x, index) => (x - centreX) * ((ys[index] ?? Number.NaN) - centreY)));
  return covariance / (deviation(xs) * deviation(ys));
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}
