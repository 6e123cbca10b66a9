/** The language and country whose dates the form writes: "en" alone would be American. */
export function regionOf(locale: string): string {
  return locale === "en" ? "en-GB" : locale;
}
