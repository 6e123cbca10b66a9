import type { Metadata } from "next";
import { Main } from "@/components/layout/main";
import { TeamNameForm } from "@/components/teams/team-name-form";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireViewer } from "@/lib/auth/viewer";
import { listTeams, type TeamSummary } from "@/lib/data/teams";
import { getTranslations } from "@/lib/i18n/server";
import { makeTeam } from "./actions";
import { TeamMessages } from "./team-messages";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("teams");
  return { title: t("title") };
}

export default async function TeamsPage() {
  const viewer = await requireViewer("/teams");
  const [t, teams] = await Promise.all([getTranslations("teams"), listTeams(viewer)]);
  return (
    <Main>
      <PageHeader title={t("title")} lead={t("lead")} />
      {teams.length > 0 ? <TeamTable teams={teams} /> : <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>}
      <Section id="new" title={t("new.title")} lead={t("new.lead")}>
        <TeamMessages>
          <TeamNameForm action={makeTeam} />
        </TeamMessages>
      </Section>
    </Main>
  );
}

async function TeamTable({ teams }: { teams: readonly TeamSummary[] }) {
  const t = await getTranslations("teams");
  return (
    <DataTable
      caption={t("list.caption")}
      hideCaption
      narrow="cards"
      className="max-w-prose"
      columns={[
        { key: "name", label: t("list.name") },
        { key: "role", label: t("list.role") },
        { key: "roster", label: t("list.roster"), hideLabel: true, align: "end" },
      ]}
      rows={teams.map(({ id, name, role }) => ({
        id,
        cells: {
          name: (
            <Link className="prose-link flex min-h-11 items-center" href={`/teams/${id}`}>
              {name}
            </Link>
          ),
          role: t(`role.${role}`),
          roster: (
            <LinkButton variant="quiet" size="small" href={`/athletes?team=${id}`} aria-label={t("list.rosterOf", { team: name })}>
              {t("list.roster")}
            </LinkButton>
          ),
        },
      }))}
    />
  );
}
