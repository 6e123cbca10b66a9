"use server";

import { redirect } from "next/navigation";
import type { AssessmentFormState } from "@/components/assessment/types";
import { save } from "@/lib/data/assessments";
import { requireForm } from "@/lib/http/malformed";
import { submissionIdSchema } from "./form-data";
import { senderOf, signedOut } from "./sender";
import { giveBack, readForm, refuseSaving } from "./submit";

export async function recordAssessment(_previous: AssessmentFormState, form: FormData): Promise<AssessmentFormState> {
  requireForm(form);
  const who = await senderOf(form);
  if (!who?.athleteId) return signedOut;
  const submissionId = submissionIdSchema.safeParse(form.get("submissionId"));
  if (!submissionId.success) return giveBack(form, "failed");
  const parsed = await readForm(who, form);
  if (!parsed.ok) return parsed.error;
  const saved = await save(who, { ...parsed.value, submissionId: submissionId.data, athleteId: who.athleteId });
  if (saved.ok) redirect(`/assessments/${saved.value.id}`);
  return refuseSaving(who, form, saved.error);
}
