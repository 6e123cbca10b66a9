import type { Metadata } from "next";
import { Main } from "@/components/layout/main";
import { AnchorButton } from "@/components/ui/anchor-button";
import { PageHeader } from "@/components/ui/page-header";
import { getTranslations } from "@/lib/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personal.erased");
  return { title: t("title"), robots: { index: false } };
}

export default async function ErasedPage() {
  const t = await getTranslations("personal.erased");
  return (
    <Main width="prose">
      <PageHeader title={t("title")} lead={t("text")} />
      <AnchorButton className="w-fit" href="/">
        {t("home")}
      </AnchorButton>
    </Main>
  );
}
