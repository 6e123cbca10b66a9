import type { Metadata } from "next";
import { DraftCard } from "@/components/assessment/draft-card";
import { Main } from "@/components/layout/main";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireViewer } from "@/lib/auth/viewer";
import { list } from "@/lib/data/assessments";
import { getTranslations } from "@/lib/i18n/server";
import { readerOf } from "../../reader";
import { AssessmentTable } from "../assessments/assessment-table";
import { parseChoice } from "./choice";
import { AddressLine } from "./sections/address";
import { AsymmetrySection } from "./sections/asymmetry";
import { LatestSection } from "./sections/latest";
import { RecallLines } from "./sections/recalls";
import { TrendSection } from "./sections/trend";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dashboard");
  return { title: t("title") };
}

const listed = 5;

export default async function DashboardPage({ searchParams }: PageProps<"/dashboard">) {
  const viewer = await requireViewer("/dashboard");
  const [assessments, reader, t, parameters] = await Promise.all([
    list(viewer, viewer.athleteId),
    readerOf(viewer),
    getTranslations("dashboard"),
    searchParams,
  ]);
  const [latest] = assessments;
  return (
    <Main>
      <PageHeader
        title={t("hello", { name: viewer.name })}
        actions={latest && <LinkButton href="/assessments/new">{t("new")}</LinkButton>}
      />
      <DraftCard
        owner={viewer.userId}
        title={t("draft.title")}
        text={t("draft.text")}
        openLabel={t("draft.open")}
        forgetLabel={t("draft.forget")}
      />
      <AddressLine viewer={viewer} />
      <RecallLines viewer={viewer} />
      {latest ? (
        <>
          <LatestSection assessment={latest} />
          <TrendSection assessments={assessments} choice={parseChoice(parameters, assessments)} reader={reader} path="/dashboard" />
          <AsymmetrySection assessment={latest} reader={reader} />
          <AssessmentTable assessments={assessments.slice(0, listed)} more={assessments.length > listed} titled />
        </>
      ) : (
        <EmptyState title={t("empty.title")} action={<LinkButton href="/assessments/new">{t("empty.action")}</LinkButton>}>
          {t("empty.text")}
        </EmptyState>
      )}
    </Main>
  );
}
