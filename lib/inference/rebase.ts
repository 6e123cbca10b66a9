import type { ClassificationOutput } from "./card";

/** Why the person came: chooses the prior the injury figures assume. */
export type Reason = "complaint" | "checkup";

/**
 * Class probabilities learned at the training shares, moved to the shares of `prior`
 * (Saerens, Latinne and Decaestecker 2002, doi 10.1162/089976602753284446, equation 2.4).
 * One probability per class of the card; they sum to 1 unless the card has a single class, whose complement is implied.
 */
export function rebase(output: ClassificationOutput, probabilities: readonly number[], prior: Reason): number[] {
  const shares = output.priors[prior].shares;
  const weights = output.classes.map((name) => ratio(shares[name], output.baseRates[name]));
  const [only] = probabilities;
  if (output.classes.length === 1 && only !== undefined) {
    const [name = ""] = output.classes;
    const weight = weights[0] ?? 1;
    const complement = ratio(1 - (shares[name] ?? 0), 1 - (output.baseRates[name] ?? 0));
    return [(only * weight) / (only * weight + (1 - only) * complement)];
  }
  const weighted = probabilities.map((probability, index) => probability * (weights[index] ?? 1));
  const total = weighted.reduce((sum, value) => sum + value, 0);
  return weighted.map((value) => value / total);
}

function ratio(target: number | undefined, base: number | undefined): number {
  return target === undefined || base === undefined || base === 0 ? 1 : target / base;
}
