"use client";

import { useTranslations } from "next-intl";
import { Alert } from "../ui/alert";
import { buttonVariants } from "../ui/button";

/** In place of the form whose assessment now waits on this device. Its links are the browser's own: what was kept opens without a connection. */
export function Queued({ another, home }: { another: string; home: string }) {
  const t = useTranslations("assessment.queued");
  return (
    <Alert tone="info" title={t("title")} live>
      <p>{t("text")}</p>
      <div className="flex flex-wrap gap-2 pt-2">
        <a href={home} className={buttonVariants({ size: "small" })}>
          {t("home")}
        </a>
        <a href={another} className={buttonVariants({ size: "small", variant: "secondary" })}>
          {t("another")}
        </a>
      </div>
    </Alert>
  );
}
