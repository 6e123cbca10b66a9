/** The region whose way of writing dates and numbers each language takes: 2 March 2026, not March 2, 2026. */
export function regionOf(locale: string): "es-ES" | "en-GB" {
  return locale === "es" ? "es-ES" : "en-GB";
}
