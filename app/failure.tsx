"use client";

import { useState } from "react";
import type { Locale } from "@/lib/i18n/locales";
import en from "@/lib/i18n/messages/en/failure.json";
import es from "@/lib/i18n/messages/es/failure.json";
import { isUnavailable } from "@/lib/unavailable";

const words = { en, es } as const;

export type FailureProps = { error: unknown; retry: () => void };

/** What happened, what was kept, what to do. It needs no provider, because what failed may be what provides. */
export function Failure({ error, retry, locale }: FailureProps & { locale: Locale }) {
  const [time] = useState(() => new Date().toISOString());
  const { again } = words[locale].error;
  const { title, text } = isUnavailable(error) ? words[locale].unavailable : words[locale].error;
  return (
    <div role="alert" lang={locale} className="grid justify-items-start gap-4">
      <h1 className="font-semibold text-xl">{title}</h1>
      <p className="max-w-prose text-muted">
        {text} <code className="whitespace-nowrap text-ink text-sm">{digestOf(error) ?? time}</code>
      </p>
      {/* Every page brings this one along, so it brings no more than it needs. */}
      <button type="button" onClick={retry} className="min-h-11 rounded-md border border-accent bg-accent px-4 font-medium text-accent-ink">
        {again}
      </button>
    </div>
  );
}

/** The number under which the server logged the error; errors of the browser have none, and are found by their time. */
function digestOf(error: unknown): string | undefined {
  return error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : undefined;
}
