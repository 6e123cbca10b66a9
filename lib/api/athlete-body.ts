import "server-only";
import type { z } from "zod";
import type { PatientInput } from "@/lib/data/patients";
import { adultAge, ageAt } from "@/lib/measurements/derived";
import type { FieldProblem } from "./problem";
import type { newAthlete } from "./schemas";
import { pointer } from "./validate";

const dayMilliseconds = 24 * 60 * 60_000;
const oldestAge = 100;

/** What an athlete's schema cannot say alone: age, and the day of the consent. */
export function athleteProblems({ birth_date: born, consent }: z.output<typeof newAthlete>, now = new Date()): FieldProblem[] {
  const age = ageAt(born, now.toISOString().slice(0, 10));
  const problem = (path: string[], code: string, detail: string): FieldProblem => ({ pointer: pointer(...path), code, detail });
  const obtained = ["consent", "obtained_on"];
  return [
    ...(age === null || age > oldestAge ? [problem(["birth_date"], "out_of_range", `An age of up to ${oldestAge} years.`)] : []),
    ...(age !== null && age < adultAge ? [problem(["birth_date"], "under_age", "Adults only for now.")] : []),
    ...(Date.parse(consent.obtained_on) > now.getTime() + dayMilliseconds
      ? [problem(obtained, "in_the_future", "It has not been yet.")]
      : []),
    ...(consent.obtained_on < born ? [problem(obtained, "out_of_range", "Not before the birth.")] : []),
  ];
}

export function patientOf(body: z.output<typeof newAthlete>, submissionId: string): PatientInput {
  const { consent } = body;
  return {
    submissionId,
    teamId: body.team_id,
    name: body.name,
    birthDate: body.birth_date,
    sex: body.sex,
    ...(body.identifier && { identifier: body.identifier }),
    consent: { scope: consent.scope, obtainedHow: consent.obtained_how, obtainedOn: consent.obtained_on },
    despiteDouble: body.despite_double === true,
  };
}
