"use server";

import { redirect } from "next/navigation";
import type { AssessmentFormState } from "@/components/assessment/types";
import { viewer } from "@/lib/auth/viewer";
import { record } from "@/lib/data/assessments";
import { submissionIdSchema } from "./form-data";
import { giveBack, readForm, refuseFact } from "./submit";

export async function recordAssessment(_previous: AssessmentFormState, form: FormData): Promise<AssessmentFormState> {
  const who = await viewer();
  if (!who?.athleteId) return giveBack(form, "signedOut");
  const submissionId = submissionIdSchema.safeParse(form.get("submissionId"));
  if (!submissionId.success) return giveBack(form, "failed");
  const parsed = await readForm(who, form);
  if (!parsed.ok) return parsed.error;
  const recorded = await record(who, { ...parsed.value, submissionId: submissionId.data, athleteId: who.athleteId });
  if (recorded.ok) redirect(`/assessments/${recorded.value.id}`);
  return recorded.error === "under_age" ? refuseFact(who, form, "measuredAt", "underAge") : giveBack(form, "notPermitted");
}
