import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { localeCookie, localeSchema, negotiateLocale } from "./locales";
import { loadMessages } from "./messages";

export default getRequestConfig(async () => {
  const chosen = localeSchema.safeParse((await cookies()).get(localeCookie)?.value);
  const locale = chosen.success ? chosen.data : negotiateLocale((await headers()).get("accept-language"));
  return { locale, messages: await loadMessages(locale), timeZone: "UTC" };
});
