import "server-only";
import { z } from "zod";
import { type CardIssue, classificationIssues, featureIssues } from "./card-checks";

/**
 * The card that stands beside every model: what it needs, what it answers, what it was trained on and how well it does.
 * `models/training` writes it, the server refuses a model whose card does not parse or does not fit its file.
 */

const bilingual = z.strictObject({ en: z.string().min(1), es: z.string().min(1) });

/**
 * How a feature is drawn from the dictionary's columns.
 * `value`: the only value, or the mean of the sides where there are two. `mean`, `lower`, `higher`, `difference` (absolute): of left and right.
 * `is`: 1 where an enumeration (sex, …) has the value named in `category`, else 0.
 */
export const transformSchema = z.enum(["value", "mean", "lower", "higher", "difference", "is"]);
export type Transform = z.infer<typeof transformSchema>;

export const featureSchema = z
  .strictObject({
    /** Dictionary code; `bmi` and `age_years` are derived by the dictionary. */
    code: z.string().min(1),
    /** True where the feature is drawn from the step-to-step standard deviation (`<code>_sd`). */
    deviation: z.boolean(),
    transform: transformSchema,
    category: z.string().optional(),
    unit: z.string().nullable(),
    /** False where the model was trained to answer without it; it then enters as NaN. */
    required: z.boolean(),
    /** Of the training people, in `unit`, after `transform`. */
    median: z.number(),
    p05: z.number(),
    p95: z.number(),
    min: z.number(),
    max: z.number(),
  })
  .refine((feature) => (feature.transform === "is") === (feature.category !== undefined), "category goes with the transform `is`")
  .superRefine((feature, context) => report(context, featureIssues(feature)));
export type Feature = z.infer<typeof featureSchema>;

const share = z.number().min(0).max(1);
const shares = z.record(z.string(), share);

export const metricSchema = z.strictObject({
  /** Stable key such as `mae`, `coverage80`, `macro_auc`, `balanced_accuracy`, `auc_healthy`, `ece_knee`, `brier`. */
  key: z.string(),
  label: bilingual,
  unit: z.string().nullable(),
  value: z.number(),
  /** 95 % bootstrap interval over subjects. */
  low: z.number(),
  high: z.number(),
  /** The same figure for the baseline (mean age, prior, chance); null where there is none. */
  baseline: z.number().nullable(),
});

const calibrationPoint = z.strictObject({
  predicted: z.number(),
  observed: z.number(),
  low: z.number(),
  high: z.number(),
  people: z.number().int(),
});

const regression = z.strictObject({
  kind: z.literal("regression"),
  unit: z.string(),
  interval: z.strictObject({
    level: z.number().gt(0).lt(1),
    method: z.string(),
    /** Half-width of the interval in `unit`; multiplied by the graph's output `scale` where `scaled`. */
    halfWidth: z.number().positive(),
    scaled: z.boolean(),
  }),
  /** Held-out: observed against predicted in bins, for the card's page. */
  fit: z.array(calibrationPoint),
});

const classificationFields = z.strictObject({
  kind: z.literal("classification"),
  /** In the order of the graph's output. A binary model has one class, `injured`, and one probability. */
  classes: z.array(z.string()).min(1),
  /** The class that is no injury (`healthy`), or null where a binary model leaves it implied. */
  healthyClass: z.string().nullable(),
  /** The zones of the body figure the model knows; empty where it knows none. */
  zones: z.array(z.string()),
  /** Class shares in training, which the graph's probabilities assume. */
  baseRates: shares,
  /** Shares to which the answer is re-based, by why the person came. */
  priors: z.strictObject({
    complaint: z.strictObject({ shares, source: bilingual }),
    checkup: z.strictObject({ shares, source: bilingual }),
  }),
  /**
   * Held-out noise: the 90th percentile, over people whose zone it is not, of probability − base rate.
   * A zone nearer its base rate than this is not crowned.
   */
  noise: shares,
  calibration: z.record(z.string(), z.array(calibrationPoint)),
});

export type RegressionOutput = z.infer<typeof regression>;
export type ClassificationOutput = z.infer<typeof classificationFields>;

const classification = classificationFields.superRefine((output, context) => report(context, classificationIssues(output)));

export const cardSchema = z.strictObject({
  schema: z.literal(1),
  /** Folder name. */
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  question: z.enum(["age", "injury"]),
  protocol: z.enum(["walk", "run"]),
  title: bilingual,
  summary: bilingual,
  /** In the order of the graph's input `features`, float32 [rows, features.length]. */
  features: z.array(featureSchema).min(1),
  /** True where contributions add up exactly (linear in the features). */
  additive: z.boolean(),
  output: z.discriminatedUnion("kind", [regression, classification]),
  /** Compared among models that answer the same question: age: half-width in years; injury: 1 − AUC of healthy or not. Lower is preferred. */
  uncertainty: z.number().nonnegative(),
  training: z.strictObject({
    sources: z.array(
      z.strictObject({
        title: z.string(),
        doi: z.string().nullable(),
        licence: z.string(),
        subjects: z.number().int(),
        rows: z.number().int(),
      }),
    ),
    method: bilingual,
    tried: z.array(bilingual),
  }),
  metrics: z.array(metricSchema),
  limits: z.strictObject({ en: z.array(z.string()).min(1), es: z.array(z.string()).min(1) }),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Card = z.infer<typeof cardSchema>;

function report(context: z.RefinementCtx, issues: readonly CardIssue[]): void {
  for (const { path, message } of issues) context.addIssue({ code: "custom", path, message });
}
