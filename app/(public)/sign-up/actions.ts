"use server";

import { after } from "next/server";
import { safeCallbackUrl } from "@/app/(public)/sign-in/callback-url";
import { siteAddress } from "@/app/site-address";
import type { AccountFormState } from "@/components/account/form-state";
import { processingTextVersion } from "@/lib/auth/consent";
import { lettersArrive, sendSignUp } from "@/lib/auth/letters";
import { mayTry } from "@/lib/auth/limits";
import { hashPassword } from "@/lib/auth/password";
import { type PendingSignUp, pendingHours } from "@/lib/data/pending-sign-ups";
import { createAccount } from "@/lib/data/users";
import { clientAddress } from "@/lib/http/client-address";
import { requireForm } from "@/lib/http/malformed";
import { localeSchema } from "@/lib/i18n/locales";
import { getLocale, getTranslations } from "@/lib/i18n/server";
import { log } from "@/lib/log";
import { parseAccount } from "./account-form";
import { latestToday, refuseFields, refuseForm } from "./answers";

/**
 * Begins an account. Where letters arrive the answer is the same, and as fast, whether the address has an account or not; where
 * none do, the account is made at once and a taken address is named.
 */
export async function signUp(_previous: AccountFormState, form: FormData): Promise<AccountFormState> {
  requireForm(form);
  const parsed = parseAccount(form, latestToday());
  if (!parsed.ok) return refuseFields(form, parsed.error);
  const words = await getTranslations("security.signUp");
  const client = await clientAddress();
  if (!(await mayTry("signUp", client))) return refuseForm(form, words("busy"));
  const { password, ...account } = parsed.value;
  const passwordHash = await hashPassword(password);
  if (!lettersArrive()) {
    const created = await createAccount({ ...account, passwordHash, consentTextVersion: processingTextVersion });
    if (created.ok) return { status: "done", errors: {}, values: {} };
    const t = await getTranslations("account.signUp");
    return refuseForm(form, t("taken"));
  }
  const [site, locale] = [await siteAddress(), localeSchema.parse(await getLocale())];
  begin(
    { ...account, passwordHash, consentTextVersion: processingTextVersion, locale },
    { site, client, returnTo: safeCallbackUrl(form.get("returnTo")) },
  );
  return { status: "sent", message: words("sentText", { email: account.email, hours: pendingHours }), errors: {}, values: {} };
}

function begin(signUp: PendingSignUp, where: { site: string; client: string; returnTo: string }): void {
  after(() =>
    sendSignUp(signUp, where).catch((error: unknown) =>
      log.error({ error: error instanceof Error ? error.name : "unknown" }, "a sign-up was not begun"),
    ),
  );
}
