import { scaleLinear } from "d3-scale";

/** A variable's distribution: the value at a standard normal score (0 the median, ±0.67 the quartiles). */
export type Marginal = (score: number) => number;

const quartileScore = 0.6745;
/** The score that stands for a distribution's ends; further out the value stays there. */
const endScore = 3;

const between =
  ([min, max]: readonly [number, number]) =>
  (value: number): number =>
    Math.min(max, Math.max(min, value));

/**
 * The interpolated inverse distribution function of [low, lower quartile, median, upper quartile, high]. Interpolated over
 * scores, not over probabilities, so that the tails thin out; `log` is for what has a long upper tail.
 */
export const quantiles = (values: readonly [number, number, number, number, number], scale: "linear" | "log" = "linear"): Marginal => {
  const domain = [-endScore, -quartileScore, 0, quartileScore, endScore];
  const line = (range: readonly number[]) => scaleLinear().domain(domain).range(range).clamp(true);
  if (scale === "linear") return line(values);
  const logarithms = line(values.map(Math.log));
  return (score) => Math.exp(logarithms(score));
};

export const normal = (mean: number, sd: number, range: readonly [number, number]): Marginal => {
  const within = between(range);
  return (score) => within(mean + sd * score);
};

/** Log-normal, of the mean and standard deviation of the values themselves. */
export const logNormal = (mean: number, sd: number, range: readonly [number, number]): Marginal => {
  const variance = Math.log(1 + (sd / mean) ** 2);
  const median = mean / Math.exp(variance / 2);
  const within = between(range);
  return (score) => within(median * Math.exp(Math.sqrt(variance) * score));
};

/** The score itself: for what is left over once a value has been computed from others. */
export const score: Marginal = (own) => own;
