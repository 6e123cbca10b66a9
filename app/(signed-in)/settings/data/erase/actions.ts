"use server";

import { redirect } from "next/navigation";
import type { AnsweredState } from "@/components/athlete/form-state";
import { confirmIdentity, hasPassword } from "@/lib/auth/confirm";
import { requireHolder } from "@/lib/auth/viewer";
import { eraseAccount } from "@/lib/data/erasure";
import { requireForm } from "@/lib/http/malformed";
import { getTranslations } from "@/lib/i18n/server";

/** Erases the person who confirms that it is them. Their session ends with their account. */
export async function erase(_previous: AnsweredState, form: FormData): Promise<AnsweredState> {
  requireForm(form);
  const holder = await requireHolder("/settings/data/erase");
  const t = await getTranslations("personal");
  const refuse = (message: string, errors: AnsweredState["errors"] = {}): AnsweredState => ({
    status: "refused",
    message,
    errors,
    values: {},
  });
  if (form.get("understood") !== "yes") return refuse(t("erase.notUnderstood"), { understood: t("erase.notUnderstood") });
  const confirmation = await confirmIdentity(holder, String(form.get("confirm") ?? ""));
  if (confirmation !== "confirmed") {
    const typed = (await hasPassword(holder)) ? "confirm.wrongPassword" : "confirm.wrongEmail";
    const wrong = t(confirmation === "wrong" ? typed : "confirm.signInAgain");
    return refuse(wrong, { confirm: wrong });
  }
  const erased = await eraseAccount(holder);
  if (!erased.ok) return refuse(t("erase.teams.text"));
  redirect("/erased");
}
