import { z } from "zod";

export const locales = ["es", "en"] as const;
export const localeSchema = z.enum(locales);
export type Locale = z.infer<typeof localeSchema>;

export const localeCookie = "locale";
export const themeCookie = "theme";

/** The locale of `Accept-Language` that is offered and preferred most; Spanish where none is. */
export function negotiateLocale(header: string | null): Locale {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", quality] = part.trim().split(";q=");
      return { language: tag.toLowerCase().split("-")[0], weight: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  for (const { language } of wanted) {
    const locale = localeSchema.safeParse(language);
    if (locale.success) return locale.data;
  }
  return "es";
}
