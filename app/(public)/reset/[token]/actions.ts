"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { siteAddress } from "@/app/site-address";
import type { AnsweredState } from "@/components/athlete/form-state";
import { rememberDevice } from "@/lib/auth/known-device";
import { notify } from "@/lib/auth/letters";
import { newPassword, passwordCounts } from "@/lib/auth/new-password";
import { hashPassword } from "@/lib/auth/password";
import { resetPassword, resetStands } from "@/lib/data/account-links";
import { requireForm, requireTexts } from "@/lib/http/malformed";
import { getTranslations } from "@/lib/i18n/server";

/** Uses the link up. A link that does not stand costs no hashing, so that nobody keeps the server busy with any. */
export async function setPassword(token: string, _previous: AnsweredState, form: FormData): Promise<AnsweredState> {
  requireForm(form);
  requireTexts(token);
  const [t, words] = [await getTranslations("account.reset"), await getTranslations("account.errors")];
  const refuse = (message: string, errors: AnsweredState["errors"] = {}): AnsweredState => ({
    status: "refused",
    message,
    errors,
    values: {},
  });
  const password = newPassword(form.get("password"));
  if (!password.ok) {
    const text = words(password.error, { count: passwordCounts[password.error] });
    return refuse(text, { password: text });
  }
  if (!(await resetStands(token))) return refuse(`${t("gone")}. ${t("goneText")}`);
  const told = await resetPassword(token, await hashPassword(password.value));
  if (!told) return refuse(`${t("gone")}. ${t("goneText")}`);
  // Who locked the address is not to keep its owner from their new password.
  await rememberDevice(told.email);
  const site = await siteAddress();
  after(() => notify("passwordChanged", told.email, { site, locale: told.locale }));
  // The used link is not in the address of what is told after it.
  redirect("/reset/used?outcome=done");
}
