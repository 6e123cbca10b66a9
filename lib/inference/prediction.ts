import "server-only";
import { z } from "zod";
import { transformSchema } from "./card";

/** What a model answered, as it is stored: it stands by itself, without the card it came from. */

const outsideSchema = z.object({
  code: z.string(),
  deviation: z.boolean(),
  transform: transformSchema,
  value: z.number(),
  p05: z.number(),
  p95: z.number(),
  /** Of all training people. Older stored answers lack them. */
  min: z.number().optional(),
  max: z.number().optional(),
  degree: z.enum(["unusual", "unseen"]),
});

/** One thing the person could have measured otherwise: a dictionary code, or `body_size` for height, weight and BMI together. */
const reasonSchema = z.object({
  code: z.string(),
  /** The person's value (mean of the sides) and the training people's median; null where it is no single number. */
  value: z.union([z.number(), z.string()]).nullable(),
  typical: z.union([z.number(), z.string()]).nullable(),
  /** How the answer differs from what it would be at the training median: years, or share per class. */
  effects: z.record(z.string(), z.number()),
});

const regressionSchema = z.object({
  kind: z.literal("regression"),
  unit: z.string(),
  value: z.number(),
  lower: z.number(),
  upper: z.number(),
  level: z.number(),
});

const classificationSchema = z.object({
  kind: z.literal("classification"),
  /** The prior assumed. */
  reason: z.enum(["complaint", "checkup"]),
  healthyClass: z.string().nullable(),
  classes: z.array(
    z.object({
      name: z.string(),
      zone: z.boolean(),
      /** At the training shares, as the model learned them. */
      probability: z.number(),
      /** Re-based to the prior. */
      share: z.number(),
      /** The prior's share: what is known of anybody who came for that reason. */
      base: z.number(),
      /** True where `share` is above `base`, and `probability` above the training share by more than the held-out noise. */
      beyondNoise: z.boolean(),
    }),
  ),
  /** The zone that stands out most, or null where none does beyond noise. */
  crowned: z.string().nullable(),
});

export const predictionSchema = z.object({
  model: z.string(),
  version: z.string(),
  question: z.enum(["age", "injury"]),
  uncertainty: z.number(),
  additive: z.boolean(),
  outcome: z.discriminatedUnion("kind", [regressionSchema, classificationSchema]),
  reasons: z.array(reasonSchema),
  outside: z.array(outsideSchema),
});

export type ModelPrediction = z.infer<typeof predictionSchema>;
export type PredictionReason = z.infer<typeof reasonSchema>;
export type OutsideRange = z.infer<typeof outsideSchema>;
export type RegressionOutcome = z.infer<typeof regressionSchema>;
export type ClassificationOutcome = z.infer<typeof classificationSchema>;
