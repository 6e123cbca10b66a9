import type { Metadata } from "next";
import { Main } from "@/components/layout/main";
import { PageHeader } from "@/components/ui/page-header";
import { requireViewer } from "@/lib/auth/viewer";
import { listAccess, listFormerAccess } from "@/lib/data/shared-access";
import { getLocale, getTranslations } from "@/lib/i18n/server";
import { parseChoice } from "./choice";
import { AccessSection } from "./sections/access";
import { ActivitySection } from "./sections/activity";
import { ConsentSection } from "./sections/consent";
import { DoneStatus } from "./sections/done";
import { FormerSection } from "./sections/former";
import { FromTeamsSection } from "./sections/from-teams";
import { MergedSection } from "./sections/merged";
import { OfferSection } from "./sections/offer";
import { ReferenceSection } from "./sections/reference";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sharing");
  return { title: t("title") };
}

export default async function SharingPage({ searchParams }: PageProps<"/sharing">) {
  const viewer = await requireViewer("/sharing");
  const { done, before } = parseChoice(await searchParams);
  const [t, locale, access, former] = await Promise.all([
    getTranslations("sharing"),
    getLocale(),
    listAccess(viewer),
    listFormerAccess(viewer),
  ]);
  const teams = new Intl.ListFormat(locale, { type: "conjunction" }).format(access.map(({ teamName }) => teamName));
  return (
    <Main>
      <PageHeader title={t("title")} lead={access.length === 0 ? t("none") : t("some", { count: access.length, teams })} />
      {done && <DoneStatus done={done} access={access} former={former} />}
      <AccessSection access={access} />
      <FromTeamsSection viewer={viewer} />
      <MergedSection viewer={viewer} />
      <OfferSection viewer={viewer} />
      <ConsentSection />
      <FormerSection former={former} />
      <ReferenceSection viewer={viewer} />
      <ActivitySection viewer={viewer} before={before} />
    </Main>
  );
}
