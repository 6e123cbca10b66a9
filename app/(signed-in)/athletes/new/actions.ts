"use server";

import { redirect } from "next/navigation";
import type { PatientFormState } from "@/components/athlete/patient-form";
import { viewer } from "@/lib/auth/viewer";
import { addPatient } from "@/lib/data/patients";
import { requireForm } from "@/lib/http/malformed";
import { latestToday, refuse, refuseWhole, typed } from "../answers";
import { parseNewPatient } from "../patient-form";
import { problemsInWords } from "../patient-problems";

export async function addPatientToTeam(_previous: PatientFormState, form: FormData): Promise<PatientFormState> {
  requireForm(form);
  const who = await viewer();
  if (!who) return refuseWhole(form, "signedOut");
  const parsed = parseNewPatient(form, latestToday());
  if (!parsed.ok) return refuse(form, await problemsInWords(parsed.error));
  const added = await addPatient(who, parsed.value);
  if (added.ok) redirect(`/athletes/${added.value.id}`);
  const failure = added.error;
  if (failure.reason === "possible_double") {
    const { name, identifier, athleteId } = failure;
    return { status: "refused", errors: {}, values: typed(form), double: { name, identifier, href: `/athletes/${athleteId}` } };
  }
  return failure.reason === "under_age" ? refuse(form, await problemsInWords({ birth: "underAge" })) : refuseWhole(form, "notPermitted");
}
