/** How the values of a group of people are spread, and where one value stands among them. Imports no field: a browser may use it. */

export type Quantiles = {
  /** People who have this measurement; "at least" where it is rounded down. */
  n: number;
  /** The tails are null under 20 people: there they would be one person's value. */
  p5: number | null;
  p10: number | null;
  p25: number;
  p50: number;
  p75: number;
  p90: number | null;
  p95: number | null;
};

/** The values of a group of people, ascending. */
export type Distribution = ArrayLike<number>;

/** Values as a distribution. */
export const distributionOf = (values: Iterable<number>): Distribution => Float64Array.from(values).sort();

/** The value below which a share (0 to 1) of the people lie, on a straight line between the two nearest; null of nobody. */
export function quantileOf(values: Distribution, share: number): number | null {
  const place = share * (values.length - 1);
  const [low, high] = [values[Math.floor(place)], values[Math.ceil(place)]];
  return low === undefined || high === undefined ? null : low + (place - Math.floor(place)) * (high - low);
}

/** Of 100 people, how many have a lower value, half of those with an equal one counted; null of nobody. */
export function rankIn(values: Distribution, value: number): number | null {
  if (values.length === 0) return null;
  const lower = countWhile(values, (each) => each < value);
  const atMost = countWhile(values, (each) => each <= value);
  return (50 * (lower + atMost)) / values.length;
}

/** How many values, from the first on, are such ones; after the last of them there is none. */
function countWhile(values: Distribution, isSuch: (value: number) => boolean): number {
  let [from, to] = [0, values.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (isSuch(values[middle] ?? Number.NaN)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The smallest of 1, 2, 5 times a power of ten that is no smaller than `least`. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((each) => each * power >= least * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/**
 * Quantiles in steps of about a twentieth of the interquartile range (1, 2 or 5 times a power of ten), never finer than the
 * measurement is shown: near enough to compare with, too coarse to read one person's value off.
 */
export function roundedQuantiles(quantiles: Quantiles, decimals: number): Quantiles {
  const step = Math.max(10 ** -decimals, niceStep(Math.max((quantiles.p75 - quantiles.p25) / 20, Number.MIN_VALUE * 2 ** 60)));
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const round = (value: number): number => Number((Math.round(value / step) * step).toFixed(Math.min(digits, 20)));
  const roundTail = (value: number | null) => (value === null ? null : round(value));
  return {
    n: quantiles.n,
    p5: roundTail(quantiles.p5),
    p10: roundTail(quantiles.p10),
    p25: round(quantiles.p25),
    p50: round(quantiles.p50),
    p75: round(quantiles.p75),
    p90: roundTail(quantiles.p90),
    p95: roundTail(quantiles.p95),
  };
}

/**
 * Where a value stands, read from the quantiles alone: 0 to 100, straight lines between them, the 5th below them and the 95th
 * above. Null without the tails.
 */
export function placeAmong({ p5, p10, p25, p50, p75, p90, p95 }: Quantiles, value: number): number | null {
  if (p5 === null || p10 === null || p90 === null || p95 === null) return null;
  const points: readonly (readonly [percentile: number, at: number])[] = [
    [5, p5],
    [10, p10],
    [25, p25],
    [50, p50],
    [75, p75],
    [90, p90],
    [95, p95],
  ];
  const equal = points.filter(([, at]) => at === value);
  const [first, last] = [equal[0], equal.at(-1)];
  if (first && last) return (first[0] + last[0]) / 2;
  const above = points.findIndex(([, at]) => at > value);
  if (above === 0) return 5;
  const [low, high] = [points[above - 1], points[above]];
  if (!low || !high) return 95;
  return low[0] + ((high[0] - low[0]) * (value - low[1])) / (high[1] - low[1]);
}
