"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { latestToday, typed } from "@/app/(signed-in)/athletes/answers";
import type { AnsweredState } from "@/components/athlete/form-state";
import { requireViewer, viewer } from "@/lib/auth/viewer";
import { cancelImport, forgetImport, planImport, readImport, startImport } from "@/lib/data/imports";
import { requireForm, requireTexts } from "@/lib/http/malformed";
import { getTranslations } from "@/lib/i18n/server";
import { parsePlan } from "./plan-form";

/** Takes what the person says of the file's columns, and has every row looked at. */
export async function lookAtRows(id: string, _previous: AnsweredState, form: FormData): Promise<AnsweredState> {
  requireForm(form);
  requireTexts(id);
  const who = await viewer();
  const [t, found] = [await getTranslations("import"), who && (await readImport(who, id))];
  const refuse = (message: string, errors: AnsweredState["errors"] = {}): AnsweredState => ({
    status: "refused",
    message,
    errors,
    values: typed(form),
  });
  if (!who) return refuse(t("upload.signedOut"));
  if (!found) return refuse(t("failures.not_permitted"));
  const parsed = parsePlan(form, { team: found.team !== null, today: latestToday() });
  if (!parsed.ok) {
    const { field } = parsed.error;
    const text = field === "timeZone" ? t("rules.timeZoneHint") : field === "measuredOn" ? t("rules.measuredOnHint") : t("people.problem");
    return refuse(text, { [field]: text });
  }
  const planned = await planImport(who, id, parsed.value);
  if (!planned.ok) return refuse(t("failures.unexpected"));
  redirect(`/import/${id}`);
}

export async function writeRows(form: FormData): Promise<void> {
  requireForm(form);
  const id = idOf(form);
  const who = await requireViewer(`/import/${id}`);
  await startImport(who, id);
  showAgain(id);
}

export async function cancel(form: FormData): Promise<void> {
  requireForm(form);
  const id = idOf(form);
  const who = await requireViewer(`/import/${id}`);
  await cancelImport(who, id);
  showAgain(id);
}

export async function forget(form: FormData): Promise<void> {
  requireForm(form);
  const who = await requireViewer("/import");
  await forgetImport(who, idOf(form));
  revalidatePath("/import", "layout");
  redirect("/import");
}

const idOf = (form: FormData): string => String(form.get("import") ?? "");

function showAgain(id: string): never {
  revalidatePath("/import", "layout");
  redirect(`/import/${id}`);
}
