import { readUnits } from "@/lib/data/users";
import type { Viewer } from "@/lib/data/viewer";
import { localeSchema } from "@/lib/i18n/locales";
import { getLocale } from "@/lib/i18n/server";
import type { Reader } from "@/lib/measurements/text";

/** The language of this request and the viewer's units. */
export async function readerOf(viewer: Viewer): Promise<Reader> {
  const [locale, preferences] = await Promise.all([getLocale(), readUnits(viewer)]);
  return { locale: localeSchema.parse(locale), preferences };
}
