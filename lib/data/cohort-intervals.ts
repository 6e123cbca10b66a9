import "server-only";

const z = 1.959964;

/**
 * The 95 % quantile of Student's t, two-sided, by the expansion of Cornish and Fisher (Abramowitz & Stegun 26.7.5): within
 * 0.001 of the tables from 4 degrees of freedom on, which is the least asked for.
 */
export function studentQuantile(freedom: number): number {
  const terms = [
    z,
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
  ];
  return terms.reduce((sum, term, power) => sum + term / freedom ** power, 0);
}

export type Interval = { low: number; high: number };

/** The 95 % interval of a mean of `people` values with standard deviation `sd`, in their unit; null under 5, where it says nothing. */
export function meanInterval(mean: number, sd: number | null, people: number): Interval | null {
  if (sd === null || people < 5) return null;
  const half = (studentQuantile(people - 1) * sd) / Math.sqrt(people);
  return { low: mean - half, high: mean + half };
}

/** From how many people on a correlation is shown. */
export const leastForCorrelation = 20;

/** The 95 % interval of Pearson's r by Fisher's z (Biometrika 10:507–521, 1915; doi 10.2307/2331838); null under 20 people. */
export function correlationInterval(r: number | null, people: number): Interval | null {
  if (r === null || people < leastForCorrelation) return null;
  if (Math.abs(r) >= 1) return { low: r, high: r };
  const half = z / Math.sqrt(people - 3);
  return { low: Math.tanh(Math.atanh(r) - half), high: Math.tanh(Math.atanh(r) + half) };
}
