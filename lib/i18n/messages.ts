import type { Messages } from "next-intl";
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
  "failure",
  "faq",
  "import",
  "landing",
  "mail",
  "models",
  "offline",
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

const loaded = new Map<Locale, Promise<Messages>>();

/** Every word in a language, by namespace; read once. */
export function loadMessages(locale: Locale): Promise<Messages> {
  const messages = loaded.get(locale) ?? load(locale);
  loaded.set(locale, messages);
  return messages;
}

async function load(locale: Locale): Promise<Messages> {
  const parts = await Promise.all(
    namespaces.map(async (name) => [name, (await import(`./messages/${locale}/${name}.json`)).default] as const),
  );
  return Object.fromEntries(parts);
}
