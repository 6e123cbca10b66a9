"use server";

import { redirect } from "next/navigation";
import { submissionIdSchema } from "@/app/(signed-in)/assessments/new/form-data";
import { senderOf, signedOut } from "@/app/(signed-in)/assessments/new/sender";
import { giveBack, readForm, refuseSaving } from "@/app/(signed-in)/assessments/new/submit";
import type { AssessmentFormState } from "@/components/assessment/types";
import { save } from "@/lib/data/assessments";
import { requireForm, requireTexts } from "@/lib/http/malformed";

export async function recordFor(athleteId: string, _previous: AssessmentFormState, form: FormData): Promise<AssessmentFormState> {
  requireForm(form);
  requireTexts(athleteId);
  const who = await senderOf(form);
  if (!who) return signedOut;
  const submissionId = submissionIdSchema.safeParse(form.get("submissionId"));
  if (!submissionId.success) return giveBack(form, "failed");
  const parsed = await readForm(who, form);
  if (!parsed.ok) return parsed.error;
  const saved = await save(who, { ...parsed.value, submissionId: submissionId.data, athleteId });
  if (saved.ok) redirect(`/assessments/${saved.value.id}`);
  return refuseSaving(who, form, saved.error);
}
