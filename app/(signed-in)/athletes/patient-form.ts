import { z } from "zod";
import { parseIdentity } from "@/app/(public)/sign-up/person-form";
import type { PatientChanges, PatientInput } from "@/lib/data/patients";
import { fail, type Result, succeed } from "@/lib/result";
import { scopeSchema } from "../teams/answers";

export type PatientProblem =
  | "name"
  | "nameLong"
  | "identifierLong"
  | "birthDate"
  | "birthDateFar"
  | "underAge"
  | "sex"
  | "team"
  | "scope"
  | "how"
  | "howOther"
  | "obtainedOn"
  | "recorded";
export type PatientErrors = Partial<
  Record<"team" | "name" | "identifier" | "birth" | "sex" | "scope" | "how" | "otherText" | "obtainedOn", PatientProblem>
>;

const longestIdentifier = 60;
const longestHow = 200;
const dateSchema = z.iso.date();
const howSchema = z.enum(["signed", "spoken", "other"]);

/** Reads the form of a new patient; `today` is "YYYY-MM-DD". Reports every field that is wrong. */
export function parseNewPatient(form: FormData, today: string): Result<PatientInput, PatientErrors> {
  const person = parsePatient(form, today);
  const [team, scope, submissionId] = [
    z.guid().safeParse(form.get("team")),
    scopeSchema.safeParse(form.get("scope")),
    z.uuid().safeParse(form.get("submissionId")),
  ];
  const how = howOf(form);
  const born = person.ok ? person.value.birthDate : "";
  const obtainedOn = dateSchema.refine((date) => date <= today && date >= born).safeParse(form.get("obtainedOn"));
  if (person.ok && team.success && scope.success && how.ok && obtainedOn.success && submissionId.success) {
    return succeed({
      ...person.value,
      submissionId: submissionId.data,
      teamId: team.data,
      consent: { scope: scope.data, obtainedHow: how.value, obtainedOn: obtainedOn.data },
      despiteDouble: form.get("despiteDouble") === "yes",
    });
  }
  return fail({
    ...(!(team.success && submissionId.success) && { team: "team" }),
    ...(!person.ok && person.error),
    ...(!scope.success && { scope: "scope" }),
    ...(!how.ok && how.error),
    ...(!obtainedOn.success && { obtainedOn: "obtainedOn" }),
  });
}

/** Reads who a patient is; `today` is "YYYY-MM-DD". */
export function parsePatient(form: FormData, today: string): Result<PatientChanges, PatientErrors> {
  const person = parseIdentity(form, today);
  const identifier = textOf(form, "identifier");
  const long = identifier.length > longestIdentifier;
  if (person.ok && !long) return succeed({ ...person.value, identifier: identifier || undefined });
  const { name, birth, sex } = person.ok ? {} : person.error;
  const problems = Object.entries({ name, birth, sex, identifier: long ? "identifierLong" : undefined });
  return fail(Object.fromEntries(problems.filter(([, problem]) => problem !== undefined)));
}

function howOf(form: FormData): Result<string, PatientErrors> {
  const how = howSchema.safeParse(form.get("how"));
  if (!how.success) return fail({ how: "how" });
  if (how.data !== "other") return succeed(how.data);
  const words = textOf(form, "otherText");
  return words === "" || words.length > longestHow ? fail({ otherText: "howOther" }) : succeed(words);
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.replace(/\p{Cc}/gu, "").trim() : "";
}
