import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { type Locale, localeCookie, localeSchema, negotiateLocale } from "./locales";
import { loadMessages } from "./messages";

export default getRequestConfig(async ({ locale: asked }) => {
  // A letter is written in the language of who reads it, whoever asks for it.
  const explicit = localeSchema.safeParse(asked);
  const locale = explicit.success ? explicit.data : await localeOfRequest();
  return { locale, messages: await loadMessages(locale), timeZone: "UTC" };
});

async function localeOfRequest(): Promise<Locale> {
  const chosen = localeSchema.safeParse((await cookies()).get(localeCookie)?.value);
  return chosen.success ? chosen.data : negotiateLocale((await headers()).get("accept-language"));
}
