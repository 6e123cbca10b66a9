import type { Card, ClassificationOutput, RegressionOutput } from "./card";
import type { ClassificationOutcome, ModelPrediction, RegressionOutcome } from "./prediction";
import { type Reason, rebase } from "./rebase";

/** The stored form of a raw output vector. */
export function outcomeOf(card: Card, vector: readonly number[], scale: number | null, reason: Reason): ModelPrediction["outcome"] {
  return card.output.kind === "regression"
    ? regressionOutcome(card.output, vector[0] ?? Number.NaN, scale)
    : classificationOutcome(card.output, vector, reason);
}

function regressionOutcome(output: RegressionOutput, value: number, scale: number | null): RegressionOutcome {
  const halfWidth = output.interval.halfWidth * (scale ?? 1);
  return { kind: "regression", unit: output.unit, value, lower: value - halfWidth, upper: value + halfWidth, level: output.interval.level };
}

function classificationOutcome(output: ClassificationOutput, probabilities: readonly number[], reason: Reason): ClassificationOutcome {
  const shares = rebase(output, probabilities, reason);
  const classes = output.classes.map((name, index) => {
    const probability = probabilities[index] ?? Number.NaN;
    return {
      name,
      zone: output.zones.includes(name),
      probability,
      share: shares[index] ?? Number.NaN,
      base: output.priors[reason].shares[name] ?? output.baseRates[name] ?? Number.NaN,
      beyondNoise: probability - (output.baseRates[name] ?? 0) > (output.noise[name] ?? 0),
    };
  });
  return { kind: "classification", reason, healthyClass: output.healthyClass, classes, crowned: crownedZone(output, classes) };
}

function crownedZone(output: ClassificationOutput, classes: ClassificationOutcome["classes"]): string | null {
  const lift = (entry: { name: string; probability: number }) => entry.probability / (output.baseRates[entry.name] ?? 1);
  const candidates = classes.filter((entry) => entry.zone && entry.beyondNoise);
  return candidates.sort((one, other) => lift(other) - lift(one))[0]?.name ?? null;
}
