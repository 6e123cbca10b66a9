import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Main } from "@/components/layout/main";
import { BackLink } from "@/components/ui/back-link";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireViewer } from "@/lib/auth/viewer";
import { listTeamEvents, type TeamEvent } from "@/lib/data/team-audit";
import { readTeam } from "@/lib/data/teams";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("teams.audit");
  return { title: t("link") };
}

const perPage = 50;
const parametersSchema = z.object({ before: z.guid().optional().catch(undefined) });

/** What was done in the team's name, for its owners. */
export default async function TeamAuditPage({ params, searchParams }: PageProps<"/teams/[id]/audit">) {
  const { id } = await params;
  const viewer = await requireViewer(`/teams/${id}/audit`);
  const { before } = parametersSchema.parse(await searchParams);
  const [team, page] = [await readTeam(viewer, id), await listTeamEvents(viewer, id, { limit: perPage, before })];
  if (!team || !page) notFound();
  const [t, format, sentence] = [await getTranslations("teams.audit"), await getRegionalFormatter(), await sentenceOf()];
  return (
    <Main>
      <PageHeader
        title={t("title", { team: team.name })}
        lead={t("lead")}
        back={<BackLink href={`/teams/${team.id}`} label={team.name} />}
      />
      {page.events.length === 0 ? (
        <EmptyState title={t("empty")} />
      ) : (
        <DataTable
          caption={t("caption")}
          hideCaption
          columns={[
            { key: "when", label: t("when") },
            { key: "what", label: t("what"), wrap: true },
          ]}
          rows={page.events.map((event) => ({
            id: event.id,
            cells: {
              when: format.dateTime(event.at, { dateStyle: "medium", timeStyle: "short" }),
              what: event.athlete ? (
                <Link className="prose-link" href={`/athletes/${event.athlete.id}`}>
                  {sentence(event)}
                </Link>
              ) : (
                sentence(event)
              ),
            },
          }))}
        />
      )}
      {(before || page.next) && (
        <nav aria-label={t("pages")} className="flex flex-wrap gap-2">
          {before && (
            <LinkButton variant="secondary" href={`/teams/${team.id}/audit`}>
              {t("newest")}
            </LinkButton>
          )}
          {page.next && (
            <LinkButton variant="secondary" href={`/teams/${team.id}/audit?before=${page.next}`}>
              {t("older")}
            </LinkButton>
          )}
        </nav>
      )}
    </Main>
  );
}

async function sentenceOf(): Promise<(event: TeamEvent) => string> {
  const t: Translate = await getTranslations("teams.audit");
  return ({ action, by, athlete }) => {
    const names = { who: by ?? t("someone"), athlete: athlete?.name ?? t("formerly") };
    const key = `actions.${action}`;
    return t.has(key) ? t(key, names) : t("other", names);
  };
}

type Translate = ((key: string, values?: Record<string, string>) => string) & { has: (key: string) => boolean };
