import { createFormatter } from "next-intl";
import { getLocale } from "next-intl/server";
import { type Locale, localeSchema } from "./locales";

/** The region whose way of writing dates and numbers each language takes: 2 March 2026, not March 2, 2026. */
export const regionOf: Readonly<Record<Locale, string>> = { es: "es-ES", en: "en-GB" };

/** next-intl's formatter for this request, in the language's region. */
export async function getRegionalFormatter() {
  return createFormatter({ locale: regionOf[localeSchema.parse(await getLocale())], timeZone: "UTC" });
}
