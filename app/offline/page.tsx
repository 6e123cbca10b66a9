import type { Metadata } from "next";
import { Wordmark } from "@/components/brand/wordmark";
import { Main } from "@/components/layout/main";
import { TryAgain, WaitingHere } from "@/components/offline/waiting-here";
import { AnchorButton } from "@/components/ui/anchor-button";
import { PageHeader } from "@/components/ui/page-header";
import { getLocale, getMessages, getTranslations } from "@/lib/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("offline");
  return { title: t("title"), robots: { index: false } };
}

/** Kept on the device and shown in place of any page that cannot be reached. It says nothing of anybody. */
export default async function OfflinePage() {
  const [t, { offline }, locale] = await Promise.all([getTranslations("offline"), getMessages(), getLocale()]);
  return (
    <Main width="prose" alone>
      <Wordmark />
      <PageHeader title={t("title")} lead={t("text")} />
      <WaitingHere words={offline.pending} locale={locale} />
      <div className="flex flex-wrap gap-2">
        {/* No link of Next's: without a connection only the browser itself can open a page that was kept. */}
        <AnchorButton href="/assessments/new">{t("enter")}</AnchorButton>
        <TryAgain label={t("again")} />
      </div>
    </Main>
  );
}
