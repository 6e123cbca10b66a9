"use client";

import { regionOf } from "@/lib/i18n/region";
import type { Pending } from "./pending";
import type { PendingWords } from "./types";

/** What waits, by what it is and when it was measured. */
export function PendingLine({ pending, words, locale }: { pending: Pending; words: Pick<PendingWords, "walk" | "run">; locale: string }) {
  const measured = new Date(pending.values.measuredAt ?? pending.savedAt);
  const date = Number.isNaN(measured.getTime()) ? new Date(pending.savedAt) : measured;
  return (
    <span>
      {words[pending.values.protocol === "run" ? "run" : "walk"]},{" "}
      {new Intl.DateTimeFormat(regionOf(locale), { dateStyle: "medium", timeStyle: "short" }).format(date)}
    </span>
  );
}
