"use server";

import { submissionIdSchema } from "@/app/(signed-in)/assessments/new/form-data";
import { senderOf } from "@/app/(signed-in)/assessments/new/sender";
import { readForm, refuseSaving } from "@/app/(signed-in)/assessments/new/submit";
import type { SendAnswer } from "@/components/offline/types";
import { save } from "@/lib/data/assessments";
import { requireForm } from "@/lib/http/malformed";
import { type UnitPreferences, unitPreferencesSchema } from "@/lib/measurements/unit-preferences";

/** Stores an assessment that waited on a device, with the units its form was drawn in; the same one again stores nothing more. */
export async function sendKept(form: FormData): Promise<SendAnswer> {
  requireForm(form);
  const who = await senderOf(form);
  if (!who) return { status: "signedOut" };
  const submissionId = submissionIdSchema.safeParse(form.get("submissionId"));
  const units = unitsOf(form.get("units"));
  const athleteId = form.get("athleteId") ?? who.athleteId;
  if (!submissionId.success || units === null || typeof athleteId !== "string") return { status: "failed" };
  const parsed = await readForm(who, form, units);
  if (!parsed.ok) return { status: "refused" };
  const saved = await save(who, { ...parsed.value, submissionId: submissionId.data, athleteId });
  if (saved.ok) return { status: "stored", id: saved.value.id };
  const { status } = await refuseSaving(who, form, saved.error);
  return { status: status === "idle" ? "failed" : status };
}

function unitsOf(text: FormDataEntryValue | null): UnitPreferences | null {
  try {
    return unitPreferencesSchema.parse(JSON.parse(String(text)));
  } catch {
    return null;
  }
}
