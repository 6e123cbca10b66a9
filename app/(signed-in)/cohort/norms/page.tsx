import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FilterForm } from "@/components/cohort/filter-form";
import { FilterSentence } from "@/components/cohort/filter-sentence";
import { Main } from "@/components/layout/main";
import { BackLink } from "@/components/ui/back-link";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireViewer } from "@/lib/auth/viewer";
import { type Cohort, readCohort, usualProtocol } from "@/lib/data/cohort";
import { listTeams } from "@/lib/data/teams";
import { getTranslations } from "@/lib/i18n/server";
import { labelOf } from "@/lib/measurements/text";
import { type Protocol, protocolSchema } from "@/lib/measurements/vocabulary";
import { readerOf } from "../../../reader";
import { chooseMetrics } from "../choice";
import { noFilters } from "../form";
import { cohortWords } from "../words";
import { type NormsChoice, normsAddress, normsScope, parseNormsChoice } from "./choice";
import { NormsSections } from "./sections";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("cohort.normsPage");
  return { title: t("title") };
}

export default async function NormsPage({ searchParams }: PageProps<"/cohort/norms">) {
  const viewer = await requireViewer("/cohort/norms");
  const [teams, reader, t, common, parameters] = await Promise.all([
    listTeams(viewer),
    readerOf(viewer),
    getTranslations("cohort"),
    getTranslations("common"),
    searchParams,
  ]);
  const choice = parseNormsChoice(parameters);
  const scope = normsScope(choice.team, teams);
  if (scope === "not found") notFound();
  const cohort = wholeCohort(scope, choice.protocol ?? (await usualProtocol(viewer, scope)));
  const overview = await readCohort(viewer, cohort);
  if (overview === null) notFound();
  const words = await cohortWords(cohort, teams, reader);
  const { protocol } = cohort.filters;
  const code = chooseMetrics({ x: choice.code, y: null, metrics: [] }, protocol, overview.metrics)?.x ?? null;
  const everyone = scope.kind === "everyone";
  return (
    <Main space="close">
      <PageHeader
        title={t("normsPage.title")}
        lead={t("normsPage.lead")}
        back={<BackLink href={cohortAddress(choice)} label={t("normsPage.back")} />}
      />
      <FilterSentence filters={words.filters} people={words.people(overview.people)}>
        {everyone && <p>{t("everyone.note")}</p>}
        <p>{t("normsPage.synthetic")}</p>
      </FilterSentence>
      <FilterForm
        action="/cohort/norms"
        kept={[]}
        shown={[
          {
            name: "team",
            label: t("scope.label"),
            value: everyone ? "everyone" : scope.teamId,
            options: [...teams.map(({ id, name }) => ({ value: id, label: name })), { value: "everyone", label: t("scope.everyone") }],
          },
          ...(code === null
            ? []
            : [
                {
                  name: "metric",
                  label: t("form.measurement"),
                  value: code,
                  options: overview.metrics.map((metric) => ({
                    value: metric.code,
                    label: t("form.counted", { metric: labelOf(metric.code, reader.locale), count: metric.people }),
                  })),
                },
              ]),
          {
            name: "protocol",
            label: t("form.protocol"),
            value: protocol,
            options: protocolSchema.options.map((value) => ({ value, label: common(`protocol.${value}`) })),
          },
        ]}
        words={{ title: t("form.title"), apply: t("form.apply") }}
      />
      {code === null ? (
        <EmptyState
          title={t(overview.people === 0 && everyone ? "everyone.empty.title" : "normsPage.empty")}
          action={
            <LinkButton href={normsAddress({ ...choice, protocol: protocol === "walk" ? "run" : "walk" })}>
              {t("normsPage.other", { protocol: t(`filters.${protocol === "walk" ? "run" : "walk"}`) })}
            </LinkButton>
          }
        />
      ) : (
        <NormsSections viewer={viewer} scope={scope} protocol={protocol} code={code} words={words} reader={reader} />
      )}
    </Main>
  );
}

const wholeCohort = (scope: Cohort["scope"], protocol: Protocol): Cohort => ({ scope, filters: { protocol, ...noFilters } });

const cohortAddress = ({ team, protocol, code }: NormsChoice): string => {
  const entries = Object.entries({ team, protocol, x: code }).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
  return `/cohort?${new URLSearchParams(entries)}`;
};
