import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Main } from "@/components/layout/main";
import { SearchForm } from "@/components/roster/search-form";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireViewer } from "@/lib/auth/viewer";
import { type RosterPage, type RosterSort, readRoster } from "@/lib/data/roster";
import { listTeams, type TeamSummary } from "@/lib/data/teams";
import { getTranslations } from "@/lib/i18n/server";
import { readerOf } from "../../reader";
import { searchAthletes } from "./actions";
import { noFilters, parseRosterChoice, type RosterChoice, resorted, rosterAddress } from "./roster/choice";
import { RosterFilters } from "./roster/filters";
import { RosterTable } from "./roster/table";
import { rosterWords } from "./roster/words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("roster");
  return { title: t("title") };
}

const perPage = 50;

/** How the two directions of an order are called. */
const orderWords: Readonly<Record<RosterSort, "text" | "date" | "figure">> = {
  name: "text",
  last: "date",
  age: "figure",
  injury: "figure",
  change: "figure",
  asymmetry: "figure",
  due: "date",
};

export default async function RosterPageView({ searchParams }: PageProps<"/athletes">) {
  const viewer = await requireViewer("/athletes");
  const [t, teams, parameters] = await Promise.all([getTranslations("roster"), listTeams(viewer), searchParams]);
  const choice = parseRosterChoice(parameters);
  const team = choice.team === null ? teams[0] : teams.find(({ id }) => id === choice.team);
  if (choice.team !== null && !team) notFound();
  if (!team) {
    return (
      <Main>
        <PageHeader title={t("title")} />
        <EmptyState title={t("noTeam.title")} action={<LinkButton href="/teams">{t("noTeam.action")}</LinkButton>}>
          {t("noTeam.text")}
        </EmptyState>
      </Main>
    );
  }
  const { sort, direction, filters, after } = choice;
  const page = await readRoster(viewer, team.id, { sort, direction, filters, after, limit: perPage });
  if (!page) notFound();
  return (
    <Main space="close">
      <PageHeader title={t("title")} kicker={team.name} actions={<Actions team={team} filled={page.total > 0} />} />
      <TeamTabs teams={teams} team={team} />
      {page.total === 0 ? (
        <EmptyRoster team={team} />
      ) : (
        <Filled page={page} team={team} choice={{ ...choice, team: team.id }} reader={await readerOf(viewer)} />
      )}
    </Main>
  );
}

async function Actions({ team, filled }: { team: TeamSummary; filled: boolean }) {
  const t = await getTranslations("roster");
  if (!filled) return null;
  return (
    <>
      <LinkButton href={`/athletes/new?team=${team.id}`}>{t("add")}</LinkButton>
      <LinkButton variant="secondary" href={`/teams/${team.id}`}>
        {t("invite")}
      </LinkButton>
      <LinkButton variant="secondary" href={`/import?team=${team.id}`}>
        {t("import")}
      </LinkButton>
    </>
  );
}

async function TeamTabs({ teams, team }: { teams: readonly TeamSummary[]; team: TeamSummary }) {
  const t = await getTranslations("roster");
  if (teams.length < 2) return null;
  return (
    <nav aria-label={t("teams")} className="no-print flex flex-wrap gap-2">
      {teams.map(({ id, name }) => (
        <a
          key={id}
          href={`/athletes?team=${id}`}
          aria-current={id === team.id ? "page" : undefined}
          className="flex min-h-11 items-center border-transparent border-b-2 px-2 text-muted aria-[current]:border-accent aria-[current]:text-ink"
        >
          {name}
        </a>
      ))}
    </nav>
  );
}

async function EmptyRoster({ team }: { team: TeamSummary }) {
  const t = await getTranslations("roster");
  return (
    <EmptyState
      title={t("empty.title")}
      action={
        <div className="flex flex-wrap gap-2">
          <LinkButton href={`/teams/${team.id}`}>{t("invite")}</LinkButton>
          <LinkButton variant="secondary" href={`/athletes/new?team=${team.id}`}>
            {t("add")}
          </LinkButton>
          <LinkButton variant="secondary" href={`/import?team=${team.id}`}>
            {t("import")}
          </LinkButton>
        </div>
      }
    >
      {t("empty.text")}
    </EmptyState>
  );
}

/** How many are shown, and in which order. Where the table is cards it has no headings to press: its order turns round here. */
async function Shown({ page: { matching, total }, choice }: { page: RosterPage; choice: RosterChoice }) {
  const t = await getTranslations("roster");
  const { sort, direction } = choice;
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      <p className="font-medium">{t("count", { matching, total })}</p>
      <p className="text-muted text-sm">
        {t("order.shown", { sort: t(`sort.${sort}`), direction: t(`order.${orderWords[sort]}.${direction}`) })}
      </p>
      <a href={rosterAddress(choice, resorted(choice, sort))} className="prose-link no-print flex min-h-11 items-center text-sm lg:hidden">
        {t("order.turn")}
      </a>
    </div>
  );
}

type FilledProps = { page: RosterPage; team: TeamSummary; choice: RosterChoice; reader: Parameters<typeof rosterWords>[0] };

async function Filled({ page, team, choice, reader }: FilledProps) {
  const [t, words] = await Promise.all([getTranslations("roster"), rosterWords(reader)]);
  const { label, hint, action, results } = {
    label: t("search.label"),
    hint: t("search.hint"),
    action: t("search.action"),
    results: t("search.results"),
  };
  return (
    <>
      <div className="grid grid-cols-1 gap-4">
        <SearchForm action={searchAthletes.bind(null, team.id)} words={{ label, hint, action, results }} />
        <RosterFilters choice={choice} teamId={team.id} />
        <Shown page={page} choice={choice} />
      </div>
      {page.rows.length > 0 ? (
        <RosterTable rows={page.rows} choice={choice} words={words} />
      ) : (
        <EmptyState
          title={t("noneMatch.title")}
          action={<LinkButton href={rosterAddress(choice, { filters: noFilters })}>{t("filter.reset")}</LinkButton>}
        >
          {t("noneMatch.text")}
        </EmptyState>
      )}
      {(choice.after || page.next) && (
        <nav aria-label={t("pages")} className="no-print flex flex-wrap gap-2">
          {choice.after && (
            <LinkButton variant="secondary" href={rosterAddress(choice)}>
              {t("first")}
            </LinkButton>
          )}
          {page.next && (
            <LinkButton variant="secondary" href={rosterAddress(choice, { after: page.next })}>
              {t("next")}
            </LinkButton>
          )}
        </nav>
      )}
    </>
  );
}
