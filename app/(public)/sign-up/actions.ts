"use server";

import { after } from "next/server";
import { getLocale } from "next-intl/server";
import { siteAddress } from "@/app/site-address";
import type { AccountFormState } from "@/components/account/form-state";
import { processingTextVersion } from "@/lib/auth/consent";
import { lettersArrive, sendVerification } from "@/lib/auth/letters";
import { hashPassword } from "@/lib/auth/password";
import { chooseLocale } from "@/lib/data/account";
import { createAccount } from "@/lib/data/users";
import type { Viewer } from "@/lib/data/viewer";
import { type Locale, localeSchema } from "@/lib/i18n/locales";
import { parseAccount } from "./account-form";
import { latestToday, refuseFields, refuseForm } from "./answers";

export async function signUp(_previous: AccountFormState, form: FormData): Promise<AccountFormState> {
  const parsed = parseAccount(form, latestToday());
  if (!parsed.ok) return refuseFields(form, parsed.error);
  const { password, ...account } = parsed.value;
  const passwordHash = await hashPassword(password);
  const created = await createAccount({ ...account, passwordHash, consentTextVersion: processingTextVersion });
  if (!created.ok) return refuseForm(form, "taken");
  const [site, locale] = [await siteAddress(), localeSchema.parse(await getLocale())];
  const { email, name } = account;
  if (lettersArrive()) after(() => greet({ userId: created.value.userId, email, name, athleteId: null }, { site, locale }));
  return { status: "done", errors: {}, values: {} };
}

/** Asks the new person to show that the address is theirs, in the language in which they signed up. */
async function greet(who: Viewer, { site, locale }: { site: string; locale: Locale }): Promise<void> {
  await chooseLocale(who, locale);
  await sendVerification(who, who.email, { site, locale });
}
