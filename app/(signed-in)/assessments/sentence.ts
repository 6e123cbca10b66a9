import type { AssessmentDetail, AssessmentSummary } from "@/lib/data/assessments";
import type { Translator } from "@/lib/i18n/server";
import { chosen, leadingClass, type RegressionOutcome } from "@/lib/inference";
import { adultAge } from "@/lib/measurements/derived";
import type { Protocol } from "@/lib/measurements/vocabulary";
import { shareSentence, verdictOf } from "./injury-words";

type Translate = Translator;

export type GaitAge = { lower: number; upper: number; estimate: number };

/** An interval in whole years, as it is said and drawn: not below the youngest age the models know. */
export function wholeYears(outcome: RegressionOutcome): GaitAge {
  return { lower: Math.max(adultAge, Math.round(outcome.lower)), upper: Math.round(outcome.upper), estimate: Math.round(outcome.value) };
}

export function gaitAge(detail: Pick<AssessmentDetail, "predictions">): GaitAge | null {
  const outcome = chosen(detail.predictions, "age")?.outcome;
  return outcome?.kind === "regression" ? wholeYears(outcome) : null;
}

/** The one true sentence of a result, and what it means for this person: gait age first, else the injury picture. */
export function resultSentence(t: Translate, detail: AssessmentDetail): { title: string; lead: string | undefined } {
  const { own } = detail;
  const span = gaitAge(detail);
  const age = detail.athlete.ageAtAssessment;
  if (!span || age === null) return withoutAge(t, detail);
  const words = { lower: span.lower, upper: span.upper, age };
  const title = ageSentence(t, detail.protocol, words, own ? undefined : detail.athlete.name);
  if (!own) return { title, lead: undefined };
  const place = age < span.lower ? "older" : age > span.upper ? "younger" : "within";
  return { title, lead: t(`lead.${place}`) };
}

function ageSentence(t: Translate, protocol: Protocol, words: { lower: number; upper: number; age: number }, name?: string): string {
  return name === undefined ? t(`sentence.${protocol}`, words) : t(`sentence.${protocol}Other`, { ...words, name });
}

function withoutAge(t: Translate, detail: AssessmentDetail): { title: string; lead: string | undefined } {
  const outcome = chosen(detail.predictions, "injury")?.outcome;
  const leading = outcome?.kind === "classification" ? leadingClass(outcome) : undefined;
  if (outcome?.kind !== "classification" || !leading)
    return { title: t("sentence.none", { own: String(detail.own) }), lead: t("sentence.noneLead") };
  return { title: shareSentence(t, outcome, leading, detail.protocol), lead: t("sentence.noAge") };
}

/**
 * A result in one or two sentences, for where there is no picture: gait age, then the injury picture. `name` is whose it is
 * where that is not the reader.
 */
export function summarySentences(t: Translate, assessment: AssessmentSummary, name?: string): string[] {
  const span = gaitAge(assessment);
  const outcome = chosen(assessment.predictions, "injury")?.outcome;
  const age = assessment.ageAtAssessment;
  const sentences = span && age !== null ? [ageSentence(t, assessment.protocol, { lower: span.lower, upper: span.upper, age }, name)] : [];
  if (outcome?.kind !== "classification")
    return sentences.length > 0 ? sentences : [t("sentence.none", { own: String(name === undefined) })];
  const verdict = verdictOf(t, outcome);
  if (verdict) sentences.push(verdict);
  const leading = leadingClass(outcome);
  return leading ? [...sentences, shareSentence(t, outcome, leading, assessment.protocol)] : sentences;
}
