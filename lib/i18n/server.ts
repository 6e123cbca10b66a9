import "server-only";
import { cookies, headers } from "next/headers";
import { createFormatter, createTranslator, type Messages } from "next-intl";
import { cache } from "react";
import { type Locale, localeCookie, localeSchema, negotiateLocale } from "./locales";
import { loadMessages } from "./messages";
import { regionOf } from "./region";

// In place of next-intl/server's own, which parse each message and make each Intl formatter anew for every request.

export type Translator = ReturnType<typeof createTranslator<Messages>>;
type Formatter = ReturnType<typeof createFormatter>;

const translators = new Map<string, Promise<Translator>>();
const formatters = new Map<string, Formatter>();

/** The language chosen on this device, or the one its browser asks for. */
export const getLocale: () => Promise<Locale> = cache(async () => {
  const chosen = localeSchema.safeParse((await cookies()).get(localeCookie)?.value);
  return chosen.success ? chosen.data : negotiateLocale((await headers()).get("accept-language"));
});

/** Every word there is, in the language of this request. */
export const getMessages = async (): Promise<Messages> => loadMessages(await getLocale());

/** Translates in the language of this request, or in one that is given: a letter is written in the language of who reads it. */
export async function getTranslations(asked: string | { locale: Locale; namespace: string }): Promise<Translator> {
  const { locale, namespace } = typeof asked === "string" ? { locale: await getLocale(), namespace: asked } : asked;
  return kept(translators, `${locale} ${namespace}`, async () =>
    createTranslator({ locale, namespace, messages: await loadMessages(locale), timeZone: "UTC" }),
  );
}

/** Writes dates and numbers in the region of this request's language. */
export async function getRegionalFormatter(): Promise<Formatter> {
  const locale = regionOf(await getLocale());
  return kept(formatters, locale, () => createFormatter({ locale, timeZone: "UTC" }));
}

function kept<Value>(all: Map<string, Value>, key: string, make: () => Value): Value {
  const value = all.get(key) ?? make();
  all.set(key, value);
  return value;
}
