import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Main } from "@/components/layout/main";
import { AnchorButton } from "@/components/ui/anchor-button";
import { PageHeader } from "@/components/ui/page-header";
import { getTranslations } from "@/lib/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common.notFound");
  return { title: t("title"), robots: { index: false } };
}

/** Within the frame of the pages around it, or under `children` where there is none. */
export default async function NothingHere({ children }: { children?: ReactNode }) {
  const t = await getTranslations("common.notFound");
  return (
    <Main width="prose" alone>
      {children}
      <PageHeader title={t("title")} lead={t("text")} />
      <div>
        <AnchorButton href="/">{t("action")}</AnchorButton>
      </div>
    </Main>
  );
}
