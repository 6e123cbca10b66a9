"use server";

import { redirect } from "next/navigation";
import type { AnsweredState } from "@/components/athlete/form-state";
import { viewer } from "@/lib/auth/viewer";
import { editPatient } from "@/lib/data/patients";
import { requireForm, requireTexts } from "@/lib/http/malformed";
import { latestToday, refuse, refuseWhole } from "../../answers";
import { parsePatient } from "../../patient-form";
import { problemsInWords } from "../../patient-problems";

export async function correctPatient(athleteId: string, _previous: AnsweredState, form: FormData): Promise<AnsweredState> {
  requireForm(form);
  requireTexts(athleteId);
  const who = await viewer();
  if (!who) return refuseWhole(form, "signedOut");
  const parsed = parsePatient(form, latestToday());
  if (!parsed.ok) return refuse(form, await problemsInWords(parsed.error));
  const edited = await editPatient(who, athleteId, parsed.value);
  if (edited.ok) redirect(`/athletes/${edited.value.id}`);
  if (edited.error === "not_permitted") return refuseWhole(form, "notPermitted");
  return refuse(form, await problemsInWords({ birth: edited.error === "recorded" ? "recorded" : "underAge" }));
}
