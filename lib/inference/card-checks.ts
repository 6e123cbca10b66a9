import "server-only";
import type { ClassificationOutput, Feature } from "./card";

/** What is wrong with a part of a card, and where in it. */
export type CardIssue = { path: string[]; message: string };

// The training rounds shares to five digits.
const sumTolerance = 1e-2;

/** Every class has each number that is read of it, and nothing is said of what is no class. */
export function classificationIssues(output: ClassificationOutput): CardIssue[] {
  const classes = new Set(output.classes);
  const shares = [
    { path: ["baseRates"], numbers: output.baseRates },
    { path: ["priors", "complaint", "shares"], numbers: output.priors.complaint.shares },
    { path: ["priors", "checkup", "shares"], numbers: output.priors.checkup.shares },
  ];
  const strangers = (path: string[], names: readonly string[]) =>
    names.filter((name) => !classes.has(name)).map((name) => ({ path: [...path, name], message: "not a class" }));
  return [
    ...(classes.size < output.classes.length ? [{ path: ["classes"], message: "names a class twice" }] : []),
    ...[...shares, { path: ["noise"], numbers: output.noise }].flatMap(({ path, numbers }) => [
      ...strangers(path, Object.keys(numbers)),
      ...output.classes.filter((name) => !Object.hasOwn(numbers, name)).map((name) => ({ path, message: `lacks ${name}` })),
    ]),
    ...strangers(["zones"], output.zones),
    ...strangers(["calibration"], Object.keys(output.calibration)),
    ...strangers(["healthyClass"], output.healthyClass === null ? [] : [output.healthyClass]),
    ...(classes.size > 1 ? shares.flatMap(({ path, numbers }) => sumIssues(path, numbers)) : []),
    ...unlearnable(output),
  ];
}

function sumIssues(path: string[], numbers: Readonly<Record<string, number>>): CardIssue[] {
  const sum = Object.values(numbers).reduce((total, value) => total + value, 0);
  return Math.abs(sum - 1) <= sumTolerance ? [] : [{ path, message: `sums to ${sum.toFixed(3)}, not to 1` }];
}

/** Answers are divided by the training shares: a class nobody had, or everybody, cannot have been learned. */
function unlearnable({ baseRates }: ClassificationOutput): CardIssue[] {
  return Object.entries(baseRates)
    .filter(([, rate]) => rate <= 0 || rate >= 1)
    .map(([name]) => ({ path: ["baseRates", name], message: "is not between 0 and 1" }));
}

/** A feature's limits stand in order. */
export function featureIssues({ min, p05, median, p95, max }: Pick<Feature, "min" | "p05" | "median" | "p95" | "max">): CardIssue[] {
  return min <= p05 && p05 <= median && median <= p95 && p95 <= max
    ? []
    : [{ path: [], message: "min, p05, median, p95 and max are not in order" }];
}
