import "server-only";
import type { z } from "zod";
import type { AssessmentDetail, AssessmentSummary } from "@/lib/data/assessments";
import type { AthleteEntry } from "@/lib/data/athlete-list";
import { type Card, chosen, columnsOfFeature, type ModelPrediction } from "@/lib/inference";
import type * as schemas from "./schemas";

// Records and answers as the API says them: the dictionary's way of writing names.

export function presentAthlete({ birthDate, mayRecord, ...athlete }: AthleteEntry): z.input<typeof schemas.athlete> {
  return { ...athlete, birth_date: birthDate, may_record: mayRecord };
}

export function presentEntry(athleteId: string, entry: AssessmentSummary): z.input<typeof schemas.assessmentEntry> {
  return {
    id: entry.id,
    athlete_id: athleteId,
    protocol: entry.protocol,
    measured_at: entry.measuredAt.toISOString(),
    time_zone: entry.timeZone,
    age_years: entry.ageAtAssessment,
    measurements: entry.measurements,
    unreadable: entry.unreadable,
    predictions: presentPredictions(entry.predictions),
  };
}

export function presentAssessment(detail: AssessmentDetail): z.input<typeof schemas.assessment> {
  return {
    ...presentEntry(detail.athlete.id, { ...detail, ageAtAssessment: detail.athlete.ageAtAssessment }),
    reason: detail.reason,
    footwear: detail.footwear,
    surface: detail.surface,
    device: detail.device,
    incline_percent: detail.inclinePercent,
    pain: detail.pain,
    pain_since: detail.painSince,
    injured_joint: detail.injuryRegion,
    injury_location: detail.injuryLocation,
    injury_side: detail.injurySide,
    notes: detail.notes,
    revision: detail.revision,
    created_at: detail.createdAt.toISOString(),
    may_record: detail.mayWrite,
  };
}

export function presentPredictions(predictions: readonly ModelPrediction[]): z.input<typeof schemas.prediction>[] {
  const preferred = new Set(["age", "injury"].map((question) => chosen(predictions, question === "age" ? "age" : "injury")));
  return predictions.map((entry) => ({
    model: entry.model,
    version: entry.version,
    question: entry.question,
    preferred: preferred.has(entry),
    outcome: presentOutcome(entry.outcome),
    reasons: entry.reasons,
    outside: entry.outside.map(({ code, deviation, transform, value, p05, p95, degree }) => ({
      code,
      deviation,
      transform,
      value,
      p05,
      p95,
      degree,
    })),
  }));
}

function presentOutcome(outcome: ModelPrediction["outcome"]): z.input<typeof schemas.prediction>["outcome"] {
  if (outcome.kind === "regression") return outcome;
  return {
    kind: outcome.kind,
    reason: outcome.reason,
    healthy_class: outcome.healthyClass,
    classes: outcome.classes.map(({ beyondNoise, ...each }) => ({ ...each, beyond_noise: beyondNoise })),
    crowned: outcome.crowned,
  };
}

export function presentModel(card: Card): z.input<typeof schemas.model> {
  const inputs = new Map(
    card.features.map((feature) => {
      const columns = columnsOfFeature(feature);
      return [columns.join(), { columns, unit: feature.unit, required: feature.required }];
    }),
  );
  return {
    name: card.name,
    version: card.version,
    question: card.question,
    protocol: card.protocol,
    title: card.title,
    output:
      card.output.kind === "regression"
        ? { kind: "regression", unit: card.output.unit, classes: [] }
        : { kind: "classification", unit: null, classes: card.output.classes },
    inputs: [...inputs.values()],
    card: `/models/${card.name}/card.json`,
  };
}
