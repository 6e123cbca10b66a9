"use client";

import { useTranslations } from "next-intl";
import { LinkCard } from "../teams/link-card";

/** A token that was just made: it is shown once and can never be shown again. */
export function TokenCard({ token, until }: { token: string; until: string }) {
  const t = useTranslations("api.tokens.made");
  return (
    <LinkCard
      made={{
        link: token,
        title: t("title"),
        lines: [t("once"), t("secret"), until],
        label: t("label"),
        copy: t("copy"),
        copied: t("copied"),
      }}
    />
  );
}
