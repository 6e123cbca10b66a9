import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Main } from "@/components/layout/main";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import PublicLayout from "./(public)/layout";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common.notFound");
  return { title: t("title"), robots: { index: false } };
}

export default async function NotFound() {
  const t = await getTranslations("common.notFound");
  return (
    <PublicLayout>
      <Main width="prose" className="py-16">
        <PageHeader title={t("title")} lead={t("text")} />
        <div>
          <LinkButton href="/">{t("action")}</LinkButton>
        </div>
      </Main>
    </PublicLayout>
  );
}
