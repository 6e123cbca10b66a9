import type { Metadata } from "next";
import { z } from "zod";
import { Main } from "@/components/layout/main";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireViewer } from "@/lib/auth/viewer";
import { count, list } from "@/lib/data/assessments";
import { getTranslations } from "@/lib/i18n/server";
import { AssessmentTable } from "./assessment-table";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dashboard.history");
  return { title: t("title") };
}

const perPage = 50;
const parametersSchema = z.object({ before: z.guid().optional().catch(undefined) });

export default async function HistoryPage({ searchParams }: PageProps<"/assessments">) {
  const viewer = await requireViewer("/assessments");
  const { before } = parametersSchema.parse(await searchParams);
  const [found, total, t] = await Promise.all([
    list(viewer, viewer.athleteId, { limit: perPage + 1, before }),
    count(viewer, viewer.athleteId),
    getTranslations("dashboard"),
  ]);
  const assessments = found.slice(0, perPage);
  const last = found.length > perPage ? assessments.at(-1) : undefined;
  const none = total === 0;
  return (
    <Main>
      <PageHeader
        title={t("history.title")}
        actions={
          <>
            {total > 1 && (
              <LinkButton variant="secondary" href={`/compare?athletes=${viewer.athleteId}`}>
                {t("history.compare")}
              </LinkButton>
            )}
            {!none && <LinkButton href="/assessments/new">{t("new")}</LinkButton>}
          </>
        }
      />
      {none ? (
        <EmptyState
          title={t("history.empty.title")}
          action={<LinkButton href="/assessments/new">{t("history.empty.action")}</LinkButton>}
        />
      ) : (
        <>
          <AssessmentTable assessments={assessments} />
          <nav aria-label={t("history.pages")} className="flex flex-wrap items-center gap-4">
            <p className="text-muted text-sm">{t("history.total", { count: total })}</p>
            {before && (
              <LinkButton variant="secondary" href="/assessments">
                {t("history.newest")}
              </LinkButton>
            )}
            {last && (
              <LinkButton variant="secondary" href={`/assessments?before=${last.id}`}>
                {t("history.older")}
              </LinkButton>
            )}
          </nav>
        </>
      )}
    </Main>
  );
}
