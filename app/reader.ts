import type { SignedIn } from "@/lib/data/viewer";
import { localeSchema } from "@/lib/i18n/locales";
import { getLocale } from "@/lib/i18n/server";
import type { Reader } from "@/lib/measurements/text";

/** The language of this request and the viewer's units. */
export async function readerOf({ units }: Pick<SignedIn, "units">): Promise<Reader> {
  return { locale: localeSchema.parse(await getLocale()), preferences: units };
}
