import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Main } from "@/components/layout/main";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireViewer } from "@/lib/auth/viewer";
import { list } from "@/lib/data/assessments";
import { AssessmentTable } from "./assessment-table";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dashboard.history");
  return { title: t("title") };
}

export default async function HistoryPage() {
  const viewer = await requireViewer("/assessments");
  const [assessments, t] = await Promise.all([list(viewer, viewer.athleteId), getTranslations("dashboard")]);
  const none = assessments.length === 0;
  return (
    <Main>
      <PageHeader title={t("history.title")} actions={!none && <LinkButton href="/assessments/new">{t("new")}</LinkButton>} />
      {none ? (
        <EmptyState
          title={t("history.empty.title")}
          action={<LinkButton href="/assessments/new">{t("history.empty.action")}</LinkButton>}
        />
      ) : (
        <AssessmentTable assessments={assessments} />
      )}
    </Main>
  );
}
