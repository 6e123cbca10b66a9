import "server-only";
import { onceFor } from "@/lib/once-for";
import type { Card, ClassificationOutput, RegressionOutput } from "./card";
import { entryAt, numberOf } from "./card-number";
import type { ClassificationOutcome, ModelPrediction, RegressionOutcome } from "./prediction";
import { type Reason, rebasing } from "./rebase";

/** A row of what a graph answered. */
export type RawAnswer = { readonly vector: readonly number[]; readonly scale: number | null };

/** How a card's raw answers are read; its functions throw where an answer lacks a number. */
export type AnswerReader = {
  /** The form in which an answer is stored. */
  readonly outcome: (raw: RawAnswer) => ModelPrediction["outcome"];
  /** What reasons are told in: the answer's numbers (years, or a share per class), and what each is called, in the same order. */
  readonly figures: (raw: RawAnswer) => number[];
  readonly names: readonly string[];
};

/** Looks up in the card, once for all answers, what reading them takes. Throws where the card lacks a number. */
export function answerReader({ output }: Pick<Card, "output">, reason: Reason): AnswerReader {
  return readers[reason](output);
}

const readers: Readonly<Record<Reason, (output: Card["output"]) => AnswerReader>> = {
  complaint: onceFor((output) => readerOf(output, "complaint")),
  checkup: onceFor((output) => readerOf(output, "checkup")),
};

function readerOf(output: Card["output"], reason: Reason): AnswerReader {
  return output.kind === "regression" ? regressionReader(output) : classificationReader(output, reason);
}

function regressionReader(output: RegressionOutput): AnswerReader {
  const { halfWidth: width, scaled, level } = output.interval;
  const outcome = ({ vector, scale }: RawAnswer): RegressionOutcome => {
    if (scaled && scale === null) throw new Error("the model gave no scale for its interval");
    const value = entryAt(vector, 0);
    const halfWidth = scaled && scale !== null ? width * scale : width;
    return { kind: "regression", unit: output.unit, value, lower: value - halfWidth, upper: value + halfWidth, level };
  };
  return { outcome, figures: ({ vector }) => [entryAt(vector, 0)], names: [output.unit] };
}

type Class = { name: string; zone: boolean; base: number; trained: number; noise: number };

function classificationReader(output: ClassificationOutput, reason: Reason): AnswerReader {
  const sharesOf = rebasing(output, reason);
  const known = output.classes.map(
    (name): Class => ({
      name,
      zone: output.zones.includes(name),
      base: numberOf(output.priors[reason].shares, name),
      trained: numberOf(output.baseRates, name),
      noise: numberOf(output.noise, name),
    }),
  );
  const outcome = ({ vector }: RawAnswer): ClassificationOutcome => {
    const shares = sharesOf(vector);
    const classes: ClassificationOutcome["classes"] = [];
    for (const { name, zone, base, trained, noise } of known) {
      const probability = entryAt(vector, classes.length);
      const share = entryAt(shares, classes.length);
      // The noise was measured at the training shares; what a person is told is the share against the prior's. Both have to stand out.
      classes.push({ name, zone, probability, share, base, beyondNoise: probability - trained > noise && share > base });
    }
    return { kind: "classification", reason, healthyClass: output.healthyClass, classes, crowned: crownedZone(known, classes) };
  };
  return { outcome, figures: ({ vector }) => sharesOf(vector), names: output.classes };
}

/** The zone that rose most above its training share, of those that stand out. */
function crownedZone(known: readonly Class[], classes: ClassificationOutcome["classes"]): string | null {
  let crowned: { name: string; lift: number } | null = null;
  for (const [index, { trained }] of known.entries()) {
    const entry = classes[index];
    if (!entry?.zone || !entry.beyondNoise) continue;
    const lift = entry.probability / trained;
    if (!crowned || lift > crowned.lift) crowned = { name: entry.name, lift };
  }
  return crowned?.name ?? null;
}
