import "server-only";

export { answersOf, chosen, predict, type Standing, standing } from "./answer";
export type { Card, Feature } from "./card";
export { columnsOfFeature, type Missing, type Outside } from "./features";
export { leadingClass } from "./leading";
export { exceededRange } from "./outside";
export type { Answer, PredictOptions } from "./predict";
export {
  type ClassificationOutcome,
  type ModelPrediction,
  type OutsideRange,
  type PredictionReason,
  predictionSchema,
  type RegressionOutcome,
} from "./prediction";
export type { Reason } from "./rebase";
export { openRegistry, type Registry, registry } from "./registry";
export { type Columns, rowsOf } from "./rows";
