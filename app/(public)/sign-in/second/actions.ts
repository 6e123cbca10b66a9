"use server";

import type { AnsweredState } from "@/components/athlete/form-state";
import { endSession } from "@/lib/auth/end-session";
import { rememberDevice } from "@/lib/auth/known-device";
import { secondFactorIsRight } from "@/lib/auth/second-factor";
import { giveSession } from "@/lib/auth/session";
import { halfSignedIn } from "@/lib/auth/viewer";
import { requireForm } from "@/lib/http/malformed";
import { getTranslations } from "@/lib/i18n/server";

/** Makes the session whole for the right code. */
export async function giveCode(_previous: AnsweredState, form: FormData): Promise<AnsweredState> {
  requireForm(form);
  const t = await getTranslations("security.second");
  const refuse = (message: string): AnsweredState => ({ status: "refused", message, errors: { code: message }, values: {} });
  const half = await halfSignedIn();
  if (!half) return refuse(t("late"));
  if (!(await secondFactorIsRight(half.who, String(form.get("code") ?? "")))) return refuse(t("wrong"));
  await giveSession(half.whole);
  await rememberDevice(half.who.email);
  return { status: "done", errors: {}, values: {} };
}

/** Forgets the password that was given, to begin anew. */
export async function beginAnew(): Promise<void> {
  await endSession();
}
