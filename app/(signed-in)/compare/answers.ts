import { type ClassificationOutcome, chosen, type ModelPrediction } from "@/lib/inference";

type Question = ModelPrediction["question"];

export type ComparedAnswers = {
  /** In the columns' order; null where no model answered. */
  answers: (ModelPrediction | null)[];
  /** The one model that gave them all; null where there is none, or where they come from several. */
  model: string | null;
  /** True where they come from several models, so that they cannot be compared. */
  mixed: boolean;
};

const nameOf = ({ model, version }: ModelPrediction): string => `${model} ${version}`;

/**
 * An answer per column, of one model wherever one answered for everybody who has any answer (of several such, the one with the
 * least uncertainty); else each one's own best answer.
 */
export function comparedAnswers(columns: readonly (readonly ModelPrediction[])[], question: Question): ComparedAnswers {
  const asked = columns.map((predictions) => predictions.filter((each) => each.question === question));
  const answered = asked.filter((predictions) => predictions.length > 0);
  const shared = (answered[0] ?? [])
    .filter((one) => answered.every((predictions) => predictions.some((each) => nameOf(each) === nameOf(one))))
    .toSorted((one, other) => one.uncertainty - other.uncertainty)[0];
  const answers = asked.map((predictions) =>
    shared ? (predictions.find((each) => nameOf(each) === nameOf(shared)) ?? null) : chosen(predictions, question),
  );
  return { answers, model: shared?.model ?? null, mixed: !shared && answered.length > 1 };
}

/** How much a pattern looks like injured people's, whichever the zone; null where the model's classes do not add up to that. */
export function injuredShare(outcome: ClassificationOutcome): { share: number; base: number } | null {
  const healthy = outcome.classes.find(({ name }) => name === outcome.healthyClass);
  if (healthy) return { share: 1 - healthy.share, base: 1 - healthy.base };
  const [only] = outcome.classes;
  return only && outcome.classes.length === 1 ? { share: only.share, base: only.base } : null;
}
