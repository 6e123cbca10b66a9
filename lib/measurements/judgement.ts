import { ownBaseline } from "./baseline";
import { beyondNoise, detectableChange } from "./detectable-change";
import { type Dictionary, dictionary as ours } from "./dictionary";
import type { Quantiles } from "./quantiles";
import type { Protocol } from "./vocabulary";

/** What a coach asks of a value: is it unusual for this person, unusual for this group, or ordinary variation? */

/** `unknown`: too little is known to say. */
export type Judged = "unusual" | "ordinary" | "unknown";
export type Judgement = {
  /** Against the person's own earlier visits. */
  own: Judged;
  /** Against the people of the reference. */
  group: Judged;
  verdict: "own" | "group" | "both" | "ordinary" | "unknown";
};

/** Fewer people have no 5th and 95th percentile to speak of. */
export const fewestPeople = 20;

/** True for a measured or derived number that people and dates are compared by; age grows by itself, and words have no distance. */
export const isComparable = (code: string, dictionary: Dictionary = ours): boolean => {
  const measured = dictionary.get(code);
  return measured?.kind === "number" && measured.derived !== "age";
};

type Question = {
  code: string;
  protocol: Protocol;
  value: number;
  /** The person's values at earlier visits. */
  earlier: readonly number[];
  /** Of the reference; undefined where there is none. */
  quantiles: Quantiles | undefined;
};

/**
 * Unusual for the person: outside the interval expected of their earlier visits (three or more, {@link ownBaseline}) and further
 * from their mean than the minimal detectable change, or, where none is known, than the last digit shown. Unusual for the group:
 * outside its 5th to 95th percentile, of {@link fewestPeople} people or more; one value in ten is, by that definition.
 */
export function judge(question: Question, dictionary: Dictionary = ours): Judgement {
  const own = judgeOwn(question, dictionary);
  const group = judgeGroup(question);
  return { own, group, verdict: verdictOf(own, group) };
}

function judgeOwn({ code, protocol, value, earlier }: Question, dictionary: Dictionary): Judged {
  const baseline = ownBaseline(earlier);
  if (baseline === null) return "unknown";
  if (value >= baseline.low && value <= baseline.high) return "ordinary";
  const beyond = beyondNoise(code, protocol, value, baseline.mean, dictionary) ?? isShown(code, value - baseline.mean, dictionary);
  return beyond ? "unusual" : "ordinary";
}

function isShown(code: string, difference: number, dictionary: Dictionary): boolean {
  const measured = dictionary.get(code);
  return Math.abs(difference) >= 10 ** -(measured?.kind === "number" ? measured.decimals : 0);
}

function judgeGroup({ value, quantiles }: Question): Judged {
  const { n = 0, p5 = null, p95 = null } = quantiles ?? {};
  if (n < fewestPeople || p5 === null || p95 === null) return "unknown";
  return value < p5 || value > p95 ? "unusual" : "ordinary";
}

function verdictOf(own: Judged, group: Judged): Judgement["verdict"] {
  if (own === "unusual" && group === "unusual") return "both";
  if (own === "unusual") return "own";
  if (group === "unusual") return "group";
  return own === "ordinary" || group === "ordinary" ? "ordinary" : "unknown";
}

/** How far the values of several people or dates lie apart. */
export type Difference = {
  /** Places of the lowest and the highest among the values. */
  lowest: number;
  highest: number;
  size: number;
  /** Whether that is more than measurement noise; null where the noise is not known. */
  beyond: boolean | null;
};

/**
 * The upper 5 % points of the range of 2, 3, … 6 values that differ by noise alone, in its standard deviations (studentized
 * range with known variance; Pearson & Hartley, Biometrika Tables for Statisticians). A minimal detectable change is the first.
 */
const rangeOfNoise = [2.77, 3.31, 3.63, 3.86, 4.03];

/** The largest difference among the values that are there; null where fewer than two are, or the field has no distances. */
export function largestDifference(
  code: string,
  protocol: Protocol,
  values: readonly (number | null)[],
  dictionary: Dictionary = ours,
): Difference | null {
  if (!isComparable(code, dictionary)) return null;
  const present = values
    .flatMap((value, place) => (value === null ? [] : [{ value, place }]))
    .toSorted((one, other) => one.value - other.value);
  const [lowest, highest] = [present[0], present.at(-1)];
  if (present.length < 2 || !lowest || !highest) return null;
  // Held against the range of that many: the larger of many differences is large by chance alone.
  const shrunk = (highest.value - lowest.value) * ((rangeOfNoise[0] ?? 1) / (rangeOfNoise[present.length - 2] ?? Number.NaN));
  const beyond = beyondNoise(code, protocol, 0, shrunk, dictionary);
  return { lowest: lowest.place, highest: highest.place, size: highest.value - lowest.value, beyond };
}

/** The noise that differences are held against, for each code for which one is known. */
export const knownNoise = (codes: readonly string[], protocol: Protocol, dictionary: Dictionary = ours) =>
  codes.flatMap((code) => {
    const change = detectableChange(code, protocol, dictionary);
    return change === null ? [] : [{ code, change }];
  });
