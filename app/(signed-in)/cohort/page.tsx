import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FilterSentence } from "@/components/cohort/filter-sentence";
import { ViewTabs } from "@/components/cohort/view-tabs";
import { Main } from "@/components/layout/main";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireViewer } from "@/lib/auth/viewer";
import { type CohortScope, readCohort, usualProtocol } from "@/lib/data/cohort";
import { listTeams } from "@/lib/data/teams";
import { getTranslations } from "@/lib/i18n/server";
import { readerOf } from "../../reader";
import { addressOf, type Choice, chooseMetrics, cohortOf, parseChoice, scopeOf, views } from "./choice";
import { CohortForm, noFilters } from "./form";
import { type NormsChoice, normsAddress } from "./norms/choice";
import { BoxesView } from "./sections/boxes";
import { CorrelationsView } from "./sections/correlations";
import { HistogramView } from "./sections/histogram";
import { MeansView } from "./sections/means";
import { ScatterView } from "./sections/scatter";
import type { ViewProps } from "./sections/types";
import { cohortWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("cohort");
  return { title: t("title") };
}

const drawings: Record<Choice["view"], (props: ViewProps) => Promise<React.ReactNode>> = {
  scatter: ScatterView,
  means: MeansView,
  histogram: HistogramView,
  boxes: BoxesView,
  correlations: CorrelationsView,
};

export default async function CohortPage({ searchParams }: PageProps<"/cohort">) {
  const viewer = await requireViewer("/cohort");
  const [teams, reader, t, parameters] = await Promise.all([listTeams(viewer), readerOf(viewer), getTranslations("cohort"), searchParams]);
  const choice = parseChoice(parameters);
  const scope = scopeOf(choice.team, teams);
  if (scope === "not found") notFound();
  const cohort = cohortOf(choice, choice.protocol ?? (await usualProtocol(viewer, scope)), scope);
  const overview = await readCohort(viewer, cohort);
  if (overview === null) notFound();
  const words = await cohortWords(cohort, teams, reader);
  const drawn = chooseMetrics(choice, cohort.filters.protocol, overview.metrics);
  const View = drawings[choice.view];
  const everyone = scope.kind === "everyone";
  return (
    <Main space="close">
      <PageHeader title={t("title")} />
      <ViewTabs
        label={t("view.label")}
        views={[
          ...views.map((view) => ({
            key: view,
            href: addressOf(choice, { view }),
            label: t(`view.${view}`),
            current: view === choice.view,
          })),
          { key: "norms", href: normsAddress(normsOf(choice, scope, drawn?.x ?? null)), label: t("norms"), current: false },
        ]}
      />
      <FilterSentence filters={words.filters} people={words.people(overview.people)}>
        {everyone && <p>{t("everyone.note")}</p>}
      </FilterSentence>
      <CohortForm choice={choice} cohort={cohort} overview={overview} drawn={drawn} teams={teams} words={words} reader={reader} />
      {drawn ? (
        <View viewer={viewer} cohort={cohort} choice={choice} drawn={drawn} words={words} reader={reader} />
      ) : (
        <Nothing choice={choice} everyone={everyone} nobody={overview.people === 0} />
      )}
    </Main>
  );
}

/** The norms of the same people, as far as norms are taken of them. */
const normsOf = ({ protocol }: Choice, scope: CohortScope, code: string | null): NormsChoice => ({
  team: scope.kind === "team" ? scope.teamId : scope.kind === "everyone" ? "everyone" : null,
  protocol,
  code,
});

async function Nothing({ choice, everyone, nobody }: { choice: Choice; everyone: boolean; nobody: boolean }) {
  const t = await getTranslations("cohort");
  if (everyone && nobody)
    return (
      <EmptyState title={t("everyone.empty.title")} action={<LinkButton href="/sharing">{t("everyone.empty.action")}</LinkButton>}>
        {t("everyone.empty.text")}
      </EmptyState>
    );
  return (
    <EmptyState
      title={t(nobody ? "empty.title" : "empty.fewTitle")}
      action={<LinkButton href={addressOf(choice, noFilters)}>{t("empty.action")}</LinkButton>}
    >
      {t(nobody ? "empty.text" : "empty.few")}
    </EmptyState>
  );
}
