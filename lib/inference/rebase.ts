import "server-only";
import type { ClassificationOutput } from "./card";
import { entryAt, numberOf } from "./card-number";

/** Why the person came: chooses the prior the injury figures assume. */
export type Reason = "complaint" | "checkup";

/**
 * Class probabilities learned at the training shares, moved to the shares of `prior`
 * (Saerens, Latinne and Decaestecker 2002, doi 10.1162/089976602753284446, equation 2.4).
 * One probability per class of the card; they sum to 1 unless the card has a single class, whose complement is implied.
 * Throws where nothing is left to share out: the prior rules out all that the model holds possible.
 */
export function rebase(output: ClassificationOutput, probabilities: readonly number[], prior: Reason): number[] {
  const target = output.priors[prior].shares;
  const weighted = output.classes.map(
    (name, index) => (entryAt(probabilities, index) * numberOf(target, name)) / numberOf(output.baseRates, name),
  );
  const total = weighted.reduce((sum, value) => sum + value, impliedComplement(output, probabilities, prior));
  if (!(total > 0)) throw new Error("the model's answer cannot be re-based to the prior");
  return weighted.map((value) => value / total);
}

/** What falls to "none of these": nothing where the classes are all there are, the rest of a single class. */
function impliedComplement(output: ClassificationOutput, probabilities: readonly number[], prior: Reason): number {
  const [name, another] = output.classes;
  if (name === undefined || another !== undefined) return 0;
  const target = 1 - numberOf(output.priors[prior].shares, name);
  return ((1 - entryAt(probabilities, 0)) * target) / (1 - numberOf(output.baseRates, name));
}
