"use client";

import { useTranslations } from "next-intl";
import type { Kept } from "./use-draft";

/** Whether what is typed survives this page. */
export function DraftLine({ kept }: { kept: Kept }) {
  const t = useTranslations("assessment.draft");
  if (kept === "nothing") return null;
  return (
    <p role="status" className={kept === "refused" ? "text-caution text-sm" : "text-muted text-sm"}>
      {t(kept)}
    </p>
  );
}
