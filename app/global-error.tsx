"use client";

import { Wordmark } from "@/components/brand/wordmark";
import { Main } from "@/components/layout/main";
import type { Locale } from "@/lib/i18n/locales";
import { Failure, type FailureProps } from "./failure";
import "./globals.css";

/** In the place of the whole document, when not even its language is known: so in every language. */
const locales: readonly Locale[] = ["es", "en"];

export default function GlobalError(failure: FailureProps) {
  return (
    <html lang="es">
      <body>
        <title>Marcha</title>
        <Main width="prose" alone>
          <Wordmark />
          {locales.map((locale) => (
            <Failure key={locale} {...failure} locale={locale} />
          ))}
        </Main>
      </body>
    </html>
  );
}
