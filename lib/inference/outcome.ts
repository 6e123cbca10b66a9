import "server-only";
import type { Card, ClassificationOutput, RegressionOutput } from "./card";
import { entryAt, numberOf } from "./card-number";
import type { ClassificationOutcome, ModelPrediction, RegressionOutcome } from "./prediction";
import { type Reason, rebase } from "./rebase";

/** The stored form of a raw output vector. Throws where the vector or the card lacks a number. */
export function outcomeOf(card: Card, vector: readonly number[], scale: number | null, reason: Reason): ModelPrediction["outcome"] {
  return card.output.kind === "regression"
    ? regressionOutcome(card.output, entryAt(vector, 0), scale)
    : classificationOutcome(card.output, vector, reason);
}

function regressionOutcome(output: RegressionOutput, value: number, scale: number | null): RegressionOutcome {
  const { halfWidth: width, scaled, level } = output.interval;
  if (scaled && scale === null) throw new Error("the model gave no scale for its interval");
  const halfWidth = scaled && scale !== null ? width * scale : width;
  return { kind: "regression", unit: output.unit, value, lower: value - halfWidth, upper: value + halfWidth, level };
}

function classificationOutcome(output: ClassificationOutput, probabilities: readonly number[], reason: Reason): ClassificationOutcome {
  const shares = rebase(output, probabilities, reason);
  const classes = output.classes.map((name, index) => {
    const probability = entryAt(probabilities, index);
    const share = entryAt(shares, index);
    const base = numberOf(output.priors[reason].shares, name);
    // The noise was measured at the training shares; what a person is told is the share against the prior's. Both have to stand out.
    const beyondNoise = probability - numberOf(output.baseRates, name) > numberOf(output.noise, name) && share > base;
    return { name, zone: output.zones.includes(name), probability, share, base, beyondNoise };
  });
  return { kind: "classification", reason, healthyClass: output.healthyClass, classes, crowned: crownedZone(output, classes) };
}

function crownedZone(output: ClassificationOutput, classes: ClassificationOutcome["classes"]): string | null {
  const lift = (entry: { name: string; probability: number }) => entry.probability / numberOf(output.baseRates, entry.name);
  const candidates = classes.filter((entry) => entry.zone && entry.beyondNoise);
  return candidates.sort((one, other) => lift(other) - lift(one))[0]?.name ?? null;
}
