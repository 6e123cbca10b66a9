import { describe, expect, it } from "vitest";
import { negotiateLocale } from "./locales";

describe("negotiateLocale", () => {
  it.each([
    [null, "es"],
    ["", "es"],
    ["en-GB,en;q=0.9,es;q=0.8", "en"],
    ["fr-FR, es-MX;q=0.7, en;q=0.3", "es"],
    ["de", "es"],
    ["es;q=0.1,en;q=0.5", "en"],
    ["en;q=0,es;q=0.1", "es"],
    [";;;,,q=", "es"],
  ])("%s gives %s", (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale);
  });
});
