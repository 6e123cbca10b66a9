import type { Card, ClassificationOutput, Feature } from "../card";
import type { Model } from "../model";

// Cards and models made by hand, for tests of what is done with them.

const words = { en: "x", es: "x" };

export const feature = (changes: Partial<Feature>): Feature => ({
  code: "speed",
  deviation: false,
  transform: "value",
  unit: "m/s",
  required: true,
  median: 1.2,
  p05: 0.9,
  p95: 1.5,
  min: 0.6,
  max: 1.9,
  ...changes,
});

export const card = (changes: Partial<Card>): Card => ({
  schema: 1,
  name: "made-by-hand",
  version: "1.0.0",
  question: "age",
  protocol: "walk",
  title: words,
  summary: words,
  features: [feature({})],
  additive: false,
  output: {
    kind: "regression",
    unit: "years",
    interval: { level: 0.8, method: "x", halfWidth: 10, scaled: false },
    fit: [],
  },
  uncertainty: 10,
  training: { sources: [], method: words, tried: [] },
  metrics: [],
  limits: { en: ["x"], es: ["x"] },
  sha256: "0".repeat(64),
  ...changes,
});

type Shares = Record<string, number>;

/** Zones beside `healthy`; both priors are stated, the noise is the same for all. */
export const zoneOutput = (baseRates: Shares, checkup: Shares, noise = 0.1): ClassificationOutput => {
  const classes = Object.keys(baseRates);
  return {
    kind: "classification",
    classes,
    healthyClass: "healthy",
    zones: classes.filter((name) => name !== "healthy"),
    baseRates,
    priors: { complaint: { shares: baseRates, source: words }, checkup: { shares: checkup, source: words } },
    noise: Object.fromEntries(classes.map((name) => [name, noise])),
    calibration: {},
  };
};

/** A model that answers every row with `answer`. */
export const fakeModel = (of: Card, answer: (row: readonly number[]) => number[]): Model => ({
  card: of,
  run: async (numbers) => {
    const width = of.features.length;
    const rows = Array.from({ length: numbers.length / width }, (_, row) => Array.from(numbers.subarray(row * width, (row + 1) * width)));
    return { values: rows.map(answer), scales: null };
  },
});
