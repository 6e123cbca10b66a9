"use server";

import { revalidatePath } from "next/cache";
import { after } from "next/server";
import { parseIdentity } from "@/app/(public)/sign-up/person-form";
import { latestToday, typed } from "@/app/(signed-in)/athletes/answers";
import { siteAddress } from "@/app/site-address";
import type { AnsweredState } from "@/components/athlete/form-state";
import { confirmIdentity } from "@/lib/auth/confirm";
import { goOn } from "@/lib/auth/go-on";
import { notify, sendVerification } from "@/lib/auth/letters";
import { newPassword, passwordCounts } from "@/lib/auth/new-password";
import { hashPassword } from "@/lib/auth/password";
import { requireHolder, viewer } from "@/lib/auth/viewer";
import { changePassword, chooseLocale, endAllSessions } from "@/lib/data/account";
import { correctPerson } from "@/lib/data/person";
import { emailSchema } from "@/lib/data/users";
import type { Viewer } from "@/lib/data/viewer";
import { requireForm } from "@/lib/http/malformed";
import { localeSchema } from "@/lib/i18n/locales";
import { getLocale, getTranslations } from "@/lib/i18n/server";

type Answer = Promise<AnsweredState>;

const secrets = ["password", "present", "new"];
const refuse = (form: FormData, message: string, errors: AnsweredState["errors"] = {}): AnsweredState => ({
  status: "refused",
  message,
  errors,
  values: Object.fromEntries(Object.entries(typed(form)).filter(([name]) => !secrets.includes(name))),
});
const done = (message?: string): AnsweredState => ({ status: "done", message, errors: {}, values: {} });

export async function savePerson(_previous: AnsweredState, form: FormData): Answer {
  requireForm(form);
  const who = await viewer();
  const [t, words] = [await getTranslations("account.manage.person"), await getTranslations("account.errors")];
  if (!who) return refuse(form, t("failed"));
  const parsed = parseIdentity(form, latestToday());
  if (!parsed.ok) {
    const errors = Object.fromEntries(Object.entries(parsed.error).map(([field, problem]) => [field, words(problem)]));
    return refuse(form, t("refused"), errors);
  }
  const corrected = await correctPerson(who, parsed.value);
  if (!corrected.ok) return refuse(form, corrected.error === "under_age" ? t("underAge") : t("failed"));
  revalidatePath("/", "layout");
  return { ...done(t("recomputed", { count: corrected.value.recomputed })), values: typed(form) };
}

export async function askForVerification(_previous: AnsweredState, form: FormData): Answer {
  requireForm(form);
  const who = await viewer();
  const t = await getTranslations("account.manage.address");
  if (!who) return refuse(form, t("failed"));
  return (await letter(who, who.email)) ? done(t("sent", { email: who.email })) : refuse(form, t("tooOften"));
}

export async function changeAddress(_previous: AnsweredState, form: FormData): Answer {
  requireForm(form);
  const who = await viewer();
  const [t, words] = [await getTranslations("account.manage.address"), await getTranslations("account.errors")];
  if (!who) return refuse(form, t("failed"));
  const email = emailSchema.safeParse(form.get("email"));
  if (!email.success) return refuse(form, words("email"), { email: words("email") });
  if (email.data === who.email) return refuse(form, t("same"), { email: t("same") });
  const confirmation = await confirmIdentity(who, String(form.get("password") ?? ""));
  if (confirmation !== "confirmed") {
    const text = confirmation === "wrong" ? t("wrong") : (await getTranslations("security"))("signInAgain");
    return refuse(form, text, { addressPassword: text });
  }
  return (await letter(who, email.data)) ? done(t("sent", { email: email.data })) : refuse(form, t("tooOften"));
}

/** Sends the link to an address of the viewer's, and remembers in which language they read. */
async function letter(who: Viewer, email: string): Promise<boolean> {
  const locale = localeSchema.parse(await getLocale());
  await chooseLocale(who, locale);
  return sendVerification(who, email, { site: await siteAddress(), locale });
}

export async function savePassword(_previous: AnsweredState, form: FormData): Answer {
  requireForm(form);
  const who = await viewer();
  const [t, words] = [await getTranslations("account.manage.password"), await getTranslations("account.errors")];
  if (!who) return refuse(form, t("failed"));
  const password = newPassword(form.get("new"), [who.name, who.email]);
  if (!password.ok) {
    const text = words(password.error, { count: passwordCounts[password.error] });
    return refuse(form, text, { new: text });
  }
  if ((await confirmIdentity(who, String(form.get("present") ?? ""))) !== "confirmed")
    return refuse(form, t("wrong"), { present: t("wrong") });
  await goOn(await changePassword(who, await hashPassword(password.value)), { confirmed: true });
  const [site, locale] = [await siteAddress(), localeSchema.parse(await getLocale())];
  after(() => notify("passwordChanged", who.email, { site, locale }));
  return done();
}

/** For who may do nothing else, too: a consent taken back or a second factor that is owed keeps no session open. */
export async function signOutEverywhere(): Promise<void> {
  await endAllSessions(await requireHolder("/settings/account"));
}
