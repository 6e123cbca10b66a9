"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { giveBack, readForm, refuseFact } from "@/app/(signed-in)/assessments/new/submit";
import type { AssessmentFormState } from "@/components/assessment/types";
import { viewer } from "@/lib/auth/viewer";
import { correct } from "@/lib/data/assessments";

const revisionSchema = z.coerce.number().int().min(0);

export async function correctAssessment(id: string, _previous: AssessmentFormState, form: FormData): Promise<AssessmentFormState> {
  const who = await viewer();
  if (!who) return giveBack(form, "signedOut");
  const revision = revisionSchema.safeParse(form.get("revision"));
  if (!revision.success) return giveBack(form, "failed");
  const parsed = await readForm(who, form);
  if (!parsed.ok) return parsed.error;
  const corrected = await correct(who, id, { ...parsed.value, revision: revision.data });
  if (corrected.ok) redirect(`/assessments/${corrected.value.id}`);
  if (corrected.error === "under_age") return refuseFact(who, form, "measuredAt", "underAge");
  return giveBack(form, corrected.error === "changed_meanwhile" ? "changedMeanwhile" : "notPermitted");
}
