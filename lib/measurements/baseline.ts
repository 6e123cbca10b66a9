/** A person's own usual values. Imports no field: a browser may use it. */

export type OwnBaseline = {
  /** Earlier values it rests on. */
  count: number;
  mean: number;
  /** Where the next value is expected 95 times of 100, if nothing has changed. */
  low: number;
  high: number;
};

/** Fewer earlier visits say nothing of a habit. */
export const fewestVisits = 3;

/** 97.5th percentile of Student's t with 2, 3, 4 … degrees of freedom. */
const students = [
  4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11, 2.101, 2.093, 2.086,
];

/**
 * The interval in which one new value is expected, of a person's earlier values: mean ± t·SD·√(1 + 1/n). With many visits that
 * is about the mean ± 2 SD; with three, ± 2 SD would call one ordinary value in five unusual, because the SD itself is a guess.
 * Null under {@link fewestVisits}. After Hahn & Meeker, Statistical Intervals, doi 10.1002/9780470316771, chapter 4.
 */
export function ownBaseline(earlier: readonly number[]): OwnBaseline | null {
  const count = earlier.length;
  if (count < fewestVisits) return null;
  const mean = earlier.reduce((sum, value) => sum + value, 0) / count;
  const variance = earlier.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  const half = (students[count - fewestVisits] ?? 2) * Math.sqrt(variance * (1 + 1 / count));
  return { count, mean, low: mean - half, high: mean + half };
}
