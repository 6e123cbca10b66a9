"use server";

import { after } from "next/server";
import { siteAddress } from "@/app/site-address";
import type { AnsweredState } from "@/components/athlete/form-state";
import { sessionBegun } from "@/lib/auth/begun";
import { endSession } from "@/lib/auth/end-session";
import { notify } from "@/lib/auth/letters";
import { checkSecondFactor } from "@/lib/auth/second-factor";
import { giveSession } from "@/lib/auth/session";
import { halfSignedIn } from "@/lib/auth/viewer";
import { readLocale } from "@/lib/data/account";
import type { Viewer } from "@/lib/data/viewer";
import { requireForm } from "@/lib/http/malformed";
import { getTranslations } from "@/lib/i18n/server";

/** Makes the session whole for the right code. */
export async function giveCode(_previous: AnsweredState, form: FormData): Promise<AnsweredState> {
  requireForm(form);
  const t = await getTranslations("security.second");
  const refuse = (message: string): AnsweredState => ({ status: "refused", message, errors: { code: message }, values: {} });
  const half = await halfSignedIn();
  if (!half) return refuse(t("late"));
  const answer = await checkSecondFactor(half.who, String(form.get("code") ?? ""));
  if (answer === "locked") await tellOfGuessing(half.who);
  if (answer !== "right") return refuse(t("wrong"));
  const whole = { ...half.whole, means: "second factor" } as const;
  await giveSession(whole);
  await sessionBegun(whole, half.who.email);
  return { status: "done", errors: {}, values: {} };
}

/** Who types so many wrong codes knows the password, and may be somebody else. */
async function tellOfGuessing(who: Viewer): Promise<void> {
  const [site, locale] = [await siteAddress(), await readLocale(who)];
  after(() => notify("codesRefused", who.email, { site, locale }));
}

/** Forgets the password that was given, to begin anew. */
export async function beginAnew(): Promise<void> {
  await endSession();
}
