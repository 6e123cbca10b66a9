"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { AnsweredState } from "@/components/athlete/form-state";
import { requireViewer, viewer } from "@/lib/auth/viewer";
import { mergeRecords, undoMerge } from "@/lib/data/merges";
import { requireForm, requireTexts } from "@/lib/http/malformed";
import { getTranslations } from "@/lib/i18n/server";
import { refuse, refuseWhole } from "../../answers";

export async function mergeAnother(athleteId: string, _previous: AnsweredState, form: FormData): Promise<AnsweredState> {
  requireForm(form);
  requireTexts(athleteId);
  const who = await viewer();
  if (!who) return refuseWhole(form, "signedOut");
  const t = await getTranslations("athletes.merge.problems");
  const source = z.guid().safeParse(form.get("source"));
  if (!source.success) return refuse(form, { source: t("choose") });
  const merged = await mergeRecords(who, { sourceId: source.data, targetId: athleteId });
  if (!merged.ok) return refuse(form, { source: t(merged.error) });
  revalidatePath("/athletes", "layout");
  redirect(`/athletes/${athleteId}#merges`);
}

export async function undoRecordMerge(form: FormData): Promise<void> {
  requireForm(form);
  const athlete = z.guid().safeParse(form.get("athlete"));
  const path = athlete.success ? `/athletes/${athlete.data}` : "/athletes";
  const who = await requireViewer(path);
  const undone = await undoMerge(who, String(form.get("merge") ?? ""));
  revalidatePath("/athletes", "layout");
  redirect(undone.ok ? path : `${path}/merge?refused=${undone.error}`);
}
