import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { getTranslations } from "@/lib/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common.notFound");
  return { title: t("title"), robots: { index: false } };
}

export async function NothingHere() {
  const t = await getTranslations("common.notFound");
  return (
    <>
      <PageHeader title={t("title")} lead={t("text")} />
      <div>
        <LinkButton href="/">{t("action")}</LinkButton>
      </div>
    </>
  );
}
