"use server";

import { after } from "next/server";
import { siteAddress } from "@/app/site-address";
import type { AnsweredState } from "@/components/athlete/form-state";
import { sendReset } from "@/lib/auth/letters";
import { emailSchema } from "@/lib/data/users";
import { clientAddress } from "@/lib/http/client-address";
import { requireForm } from "@/lib/http/malformed";
import { localeSchema } from "@/lib/i18n/locales";
import { getLocale, getTranslations } from "@/lib/i18n/server";
import { log } from "@/lib/log";

/** Answers alike and at once whoever has the address, and does what is to be done after that. */
export async function askForReset(_previous: AnsweredState, form: FormData): Promise<AnsweredState> {
  requireForm(form);
  const t = await getTranslations("account.forgot");
  const typed = String(form.get("email") ?? "");
  const email = emailSchema.safeParse(typed);
  if (!email.success)
    return { status: "refused", message: t("emailProblem"), errors: { email: t("emailProblem") }, values: { email: typed } };
  const asked = { site: await siteAddress(), client: await clientAddress(), locale: localeSchema.parse(await getLocale()) };
  after(() =>
    sendReset(email.data, asked).catch((error: unknown) =>
      log.error({ error: error instanceof Error ? error.name : "unknown" }, "a reset was not sent"),
    ),
  );
  return { status: "done", message: t("sent", { email: email.data }), errors: {}, values: {} };
}
