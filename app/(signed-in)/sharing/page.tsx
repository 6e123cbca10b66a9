import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { Main } from "@/components/layout/main";
import { PageHeader } from "@/components/ui/page-header";
import { requireViewer } from "@/lib/auth/viewer";
import { listAccess, listFormerAccess } from "@/lib/data/shared-access";
import { AccessSection } from "./sections/access";
import { ActivitySection } from "./sections/activity";
import { FormerSection } from "./sections/former";
import { FromTeamsSection } from "./sections/from-teams";
import { MergedSection } from "./sections/merged";
import { News } from "./sections/news";
import { OfferSection } from "./sections/offers";
import { ReferenceSection } from "./sections/reference";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sharing");
  return { title: t("title") };
}

const id = z.guid().optional().catch(undefined);
const parametersSchema = z.object({ ended: id, shared: id, before: id, declined: z.literal("1").optional().catch(undefined) });

export default async function SharingPage({ searchParams }: PageProps<"/sharing">) {
  const viewer = await requireViewer("/sharing");
  const [t, parameters, access, former] = await Promise.all([
    getTranslations("sharing"),
    searchParams,
    listAccess(viewer),
    listFormerAccess(viewer),
  ]);
  const { ended, shared, before, declined } = parametersSchema.parse(parameters);
  return (
    <Main>
      <PageHeader title={t("title")} lead={t("lead", { count: access.length })} />
      <News
        ended={former.find(({ teamId }) => teamId === ended)?.teamName}
        shared={access.find(({ teamId }) => teamId === shared)?.teamName}
        declined={declined !== undefined}
      />
      <AccessSection access={access} />
      <FromTeamsSection viewer={viewer} />
      <MergedSection viewer={viewer} />
      <OfferSection viewer={viewer} />
      <FormerSection former={former} />
      <ReferenceSection viewer={viewer} />
      <ActivitySection viewer={viewer} before={before} />
    </Main>
  );
}
