"use server";

import type { AnsweredState } from "@/components/athlete/form-state";
import { sessionBegun } from "@/lib/auth/begun";
import { newSession } from "@/lib/auth/claims";
import { mayTry } from "@/lib/auth/limits";
import { longestPassword, passwordMatches } from "@/lib/auth/password";
import { giveSession } from "@/lib/auth/session";
import { completeSignUp, findSignUp } from "@/lib/data/pending-sign-ups";
import { reserveAttempt } from "@/lib/data/throttle";
import { clientAddress } from "@/lib/http/client-address";
import { requireForm, requireTexts } from "@/lib/http/malformed";
import { getTranslations } from "@/lib/i18n/server";

/**
 * Makes the account and signs in. The password shows that who opens the letter is who began the account: with the link alone
 * somebody could be led into an account that another one chose the password of.
 */
export async function confirmSignUp(token: string, _previous: AnsweredState, form: FormData): Promise<AnsweredState> {
  requireForm(form);
  requireTexts(token);
  const t = await getTranslations("security.signUp");
  const refuse = (message: string): AnsweredState => ({ status: "refused", message, errors: { password: message }, values: {} });
  const begun = await findSignUp(token);
  if (!begun) return refuse(`${t("gone")}. ${t("goneText")}`);
  const password = String(form.get("password") ?? "");
  const allowed = (await mayTry("confirm", await clientAddress())) && (await reserveAttempt(`sign-up ${token}`, new Date())).allowed;
  if (!allowed || password.length > longestPassword || !(await passwordMatches(begun.passwordHash, password))) return refuse(t("wrong"));
  const made = await completeSignUp(token);
  if (!made.ok) return refuse(`${t("gone")}. ${t("goneText")}`);
  const session = newSession({ userId: made.value.userId, sessionVersion: 0 }, { means: "sign-up" });
  await giveSession(session);
  await sessionBegun(session, begun.email);
  return { status: "done", errors: {}, values: {} };
}
