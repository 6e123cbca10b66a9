"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { withUntouched } from "@/app/(signed-in)/assessments/new/entry-values";
import { senderOf, signedOut } from "@/app/(signed-in)/assessments/new/sender";
import { giveBack, readForm, refuseSaving } from "@/app/(signed-in)/assessments/new/submit";
import type { AssessmentFormState } from "@/components/assessment/types";
import { correct, readForEdit } from "@/lib/data/assessments";
import { requireForm, requireTexts } from "@/lib/http/malformed";
import { getLocale } from "@/lib/i18n/server";
import { localeSchema } from "@/lib/measurements/vocabulary";

const revisionSchema = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

export async function correctAssessment(id: string, _previous: AssessmentFormState, form: FormData): Promise<AssessmentFormState> {
  requireForm(form);
  requireTexts(id);
  const who = await senderOf(form);
  if (!who) return signedOut;
  const revision = revisionSchema.safeParse(form.get("revision"));
  if (!revision.success) return giveBack(form, "failed");
  const parsed = await readForm(who, form);
  if (!parsed.ok) return parsed.error;
  const stored = await readForEdit(who, id);
  if (!stored) return giveBack(form, "notPermitted");
  const reader = { preferences: who.units, locale: localeSchema.parse(await getLocale()) };
  const measurements = withUntouched(parsed.value.measurements, form, stored, reader);
  const corrected = await correct(who, id, { ...parsed.value, measurements, revision: revision.data });
  if (corrected.ok) redirect(`/assessments/${corrected.value.id}`);
  return refuseSaving(who, form, corrected.error);
}
