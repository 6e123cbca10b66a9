import "server-only";
import type { ClassificationOutput } from "./card";
import { entryAt, numberOf } from "./card-number";

/** Why the person came: chooses the prior the injury figures assume. */
export type Reason = "complaint" | "checkup";

/**
 * Moves class probabilities learned at the training shares to the shares of `prior`
 * (Saerens, Latinne and Decaestecker 2002, doi 10.1162/089976602753284446, equation 2.4).
 * Takes one probability per class of the card; they sum to 1 unless the card has a single class, whose complement is implied.
 * Throws where the card or the answer lacks a number, and where nothing is left to share out: the prior rules out all that the
 * model holds possible.
 */
export function rebasing(output: ClassificationOutput, prior: Reason): (probabilities: readonly number[]) => number[] {
  const target = output.priors[prior].shares;
  const moves = output.classes.map((name) => ({ target: numberOf(target, name), base: numberOf(output.baseRates, name) }));
  const [only, another] = moves;
  const alone = another === undefined ? only : undefined;
  return (probabilities) => {
    const weighted: number[] = [];
    let total = alone ? ((1 - entryAt(probabilities, 0)) * (1 - alone.target)) / (1 - alone.base) : 0;
    for (const { target, base } of moves) {
      const value = (entryAt(probabilities, weighted.length) * target) / base;
      weighted.push(value);
      total += value;
    }
    if (!(total > 0)) throw new Error("the model's answer cannot be re-based to the prior");
    return weighted.map((value) => value / total);
  };
}
