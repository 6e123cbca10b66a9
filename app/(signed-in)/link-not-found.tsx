import type { Metadata } from "next";
import { Main } from "@/components/layout/main";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { viewer } from "@/lib/auth/viewer";
import { linkDays } from "@/lib/data/tokens";
import { getTranslations } from "@/lib/i18n/server";

export async function linkNotFoundMetadata(): Promise<Metadata> {
  const t = await getTranslations("teams.invitation");
  return { title: t("missingTitle"), robots: { index: false } };
}

/** The page of a link that is used, over, revoked or never was: the same for all of them. */
export async function LinkNotFound() {
  const [t, who] = await Promise.all([getTranslations("teams.invitation"), viewer()]);
  return (
    <Main width="prose">
      <PageHeader title={t("missingTitle")} lead={t("missingText", { days: linkDays })} />
      {who && <p className="break-words">{t("missingAccount", { email: who.email })}</p>}
      <div>
        <LinkButton href="/dashboard">{t("toHome")}</LinkButton>
      </div>
    </Main>
  );
}
