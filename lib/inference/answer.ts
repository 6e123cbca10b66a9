import "server-only";
import { log } from "@/lib/log";
import type { Card } from "./card";
import { featuresOfRows, type Missing } from "./features";
import type { Model } from "./model";
import { type Answer, type PredictOptions, predictRows } from "./predict";
import type { ModelPrediction } from "./prediction";
import type { Reason } from "./rebase";
import { registry } from "./registry";
import { type Columns, type Rows, rowsOf } from "./rows";

export type Question = { protocol: Card["protocol"]; reason: Reason; columns: Columns };

/**
 * Every loaded model's answer to a measured protocol, with its reasons. A model whose inputs are not there is left out
 * (see {@link standing}), and so is one that fails.
 */
export async function predict({ protocol, reason, columns }: Question): Promise<ModelPrediction[]> {
  const { models } = await registry();
  const rows = rowsOf([columns]);
  const predictions: ModelPrediction[] = [];
  for (const model of models.filter(({ card }) => card.protocol === protocol)) {
    const [answer] = await answersOf(model, rows, { reason, explain: true });
    if (answer?.ok) predictions.push(answer.prediction);
  }
  return predictions;
}

/** What a model says of each row. One that fails is logged, and has no answers; it does not take the others with it. */
export async function answersOf(model: Model, rows: Rows, options: PredictOptions): Promise<Answer[]> {
  try {
    return await predictRows(model, rows, options);
  } catch (error) {
    log.error({ model: model.card.name, error: error instanceof Error ? error.name : "unknown" }, "model failed");
    return [];
  }
}

/** The answer a person sees: of those there are, the one whose card shows the least uncertainty. */
export function chosen<Answer extends Pick<ModelPrediction, "question" | "uncertainty">>(
  predictions: readonly Answer[],
  question: ModelPrediction["question"],
): Answer | null {
  return predictions.filter((entry) => entry.question === question).sort((one, other) => one.uncertainty - other.uncertainty)[0] ?? null;
}

export type Standing = {
  /** Every loaded model of the protocol. */
  cards: Card[];
  /** Those whose inputs are there. */
  able: Card[];
  /** Those whose inputs are not, and what they lack. */
  lacking: { card: Card; missing: Missing[] }[];
};

/** Which models of a protocol can answer these columns, and what the others lack. */
export async function standing(protocol: Card["protocol"], columns: Columns): Promise<Standing> {
  const { models } = await registry();
  const cards = models.map(({ card }) => card).filter((card) => card.protocol === protocol);
  const rows = rowsOf([columns]);
  const judged = cards.map((card) => ({ card, missing: featuresOfRows(card, rows).missing.get(0) ?? [] }));
  return {
    cards,
    able: judged.filter(({ missing }) => missing.length === 0).map(({ card }) => card),
    lacking: judged.filter(({ missing }) => missing.length > 0),
  };
}
