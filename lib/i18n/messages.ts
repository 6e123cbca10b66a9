import type { Locale } from "./locales";

/** One file per part of the product, so that a page's words are found by the page's name. */
export const namespaces = [
  "account",
  "api",
  "assessment",
  "athletes",
  "cohort",
  "common",
  "compare",
  "dashboard",
  "export",
  "faq",
  "import",
  "landing",
  "mail",
  "models",
  "operator",
  "personal",
  "privacy",
  "report",
  "result",
  "roster",
  "security",
  "settings",
  "sharing",
  "teams",
] as const;

export async function loadMessages(locale: Locale): Promise<Record<string, unknown>> {
  const parts = await Promise.all(
    namespaces.map(async (name) => [name, (await import(`./messages/${locale}/${name}.json`)).default] as const),
  );
  return Object.fromEntries(parts);
}
