import { notFound } from "next/navigation";
import { Main } from "@/components/layout/main";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { MemberViewer } from "@/lib/auth/viewer";
import { fewestCompared, listDates, mostCompared, type OwnDate } from "@/lib/data/compare";
import { type Candidate, readCandidates } from "@/lib/data/compare-people";
import { listTeams, type TeamSummary } from "@/lib/data/teams";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { protocolSchema } from "@/lib/measurements/vocabulary";
import { type CompareAddress, compareHref } from "../address";

type Props = { viewer: MemberViewer; address: CompareAddress; otherProtocol?: boolean };

/** Choosing whom, or which dates, to compare. */
export async function Picker({ viewer, address, otherProtocol = false }: Props) {
  const [t, teams] = await Promise.all([getTranslations("compare.picker"), listTeams(viewer)]);
  const [only, ...others] = address.athletes;
  const person = only !== undefined && others.length === 0 ? only : viewer.athleteId;
  const dates = await listDates(viewer, person);
  const chosen = Math.max(address.athletes.length, address.assessments.length);
  const choices = { fewest: fewestCompared, most: mostCompared };
  const datesFirst = teams.length === 0 || (only !== undefined && others.length === 0);
  const people = teams.length > 0 && <PeopleSection viewer={viewer} teams={teams} address={address} />;
  const section = (datesFirst || dates.length >= fewestCompared) && (
    <DateSection dates={dates} own={person === viewer.athleteId} address={address} />
  );
  return (
    <Main>
      <PageHeader title={t(teams.length > 0 ? "title" : "titleDates")} lead={t("lead", choices)} />
      {chosen > mostCompared && <Alert tone="caution">{t("tooMany", { ...choices, count: chosen })}</Alert>}
      {otherProtocol && <Alert tone="caution">{t("otherProtocol")}</Alert>}
      {datesFirst && section}
      {people}
      {!datesFirst && section}
    </Main>
  );
}

async function PeopleSection({ viewer, teams, address }: { viewer: MemberViewer; teams: readonly TeamSummary[]; address: CompareAddress }) {
  const t = await getTranslations("compare.picker");
  const team = address.team === undefined ? teams[0] : teams.find(({ id }) => id === address.team);
  if (!team) notFound();
  const after = address.after === "start" ? undefined : address.after;
  const found = await readCandidates(viewer, { teamId: team.id, chosen: address.athletes, after });
  if (!found) notFound();
  const nobody = found.people.length === 0 && after === undefined;
  return (
    <Section id="people" title={t("people")} lead={t("peopleLead")}>
      {teams.length > 1 && (
        <nav aria-label={t("teams")} className="flex flex-wrap gap-2">
          {teams.map(({ id, name }) => (
            <Link
              key={id}
              href={compareHref(address, { team: id, after: "start" })}
              aria-current={id === team.id ? "true" : undefined}
              className="flex min-h-11 items-center border-transparent border-b-2 px-2 text-muted aria-[current]:border-accent aria-[current]:text-ink"
            >
              {name}
            </Link>
          ))}
        </nav>
      )}
      {nobody ? (
        <EmptyState title={t("nobody.title")} action={<LinkButton href={`/teams/${team.id}`}>{t("nobody.action")}</LinkButton>}>
          {t("nobody.text")}
        </EmptyState>
      ) : (
        <form method="get" action="/compare" className="grid gap-4">
          <input type="hidden" name="team" value={team.id} />
          <fieldset className="grid gap-x-6 sm:grid-cols-2 desk:grid-cols-3">
            <legend className="sr-only">{t("peopleOf", { team: team.name })}</legend>
            {[...found.chosen, ...found.people].map((person) => (
              <PersonChoice key={person.id} person={person} checked={address.athletes.includes(person.id)} />
            ))}
          </fieldset>
          <div className="flex flex-wrap gap-2">
            <Button type="submit">{t("compare")}</Button>
            {after !== undefined && (
              <Button type="submit" variant="secondary" name="after" value="start">
                {t("first")}
              </Button>
            )}
            {found.next !== null && (
              <Button type="submit" variant="secondary" name="after" value={found.next}>
                {t("more")}
              </Button>
            )}
            <LinkButton variant="quiet" href={`/athletes?team=${team.id}`}>
              {t("roster")}
            </LinkButton>
          </div>
        </form>
      )}
    </Section>
  );
}

async function PersonChoice({ person, checked }: { person: Candidate; checked: boolean }) {
  const [t, format] = await Promise.all([getTranslations("compare.picker"), getRegionalFormatter()]);
  const last = person.lastMeasuredAt
    ? format.dateTime(person.lastMeasuredAt, { dateStyle: "medium", timeZone: person.lastTimeZone ?? "UTC" })
    : null;
  const note = [person.identifier, last ? t("last", { date: last }) : t("never")].filter((part) => part !== null).join(" · ");
  return (
    <Checkbox
      id={`athlete-${person.id}`}
      name="athletes"
      value={person.id}
      defaultChecked={checked}
      label={
        <>
          <span className="wrap-anywhere block">{person.name}</span>
          <span className="block text-muted text-sm">{note}</span>
        </>
      }
    />
  );
}

async function DateSection({ dates, own, address }: { dates: readonly OwnDate[]; own: boolean; address: CompareAddress }) {
  const [t, common, format] = await Promise.all([
    getTranslations("compare.picker"),
    getTranslations("common.protocol"),
    getRegionalFormatter(),
  ]);
  const groups = protocolSchema.options
    .map((protocol) => ({ protocol, visits: dates.filter((date) => date.protocol === protocol) }))
    .filter(({ visits }) => visits.length >= fewestCompared);
  const title = t(own ? "ownDates" : "theirDates");
  if (groups.length === 0) {
    return (
      <Section id="dates" title={title}>
        <EmptyState title={t("noDates.title")} action={own && <LinkButton href="/assessments/new">{t("noDates.action")}</LinkButton>}>
          {t("noDates.text", { fewest: fewestCompared })}
        </EmptyState>
      </Section>
    );
  }
  return (
    <Section id="dates" title={title} lead={t("datesLead")}>
      {groups.map(({ protocol, visits }) => (
        <form key={protocol} method="get" action="/compare" className="grid gap-4">
          <fieldset className="grid gap-x-6 sm:grid-cols-2 desk:grid-cols-3">
            <legend className="pb-1 font-medium">{common(protocol)}</legend>
            {visits.map(({ id, measuredAt, timeZone }) => (
              <Checkbox
                key={id}
                id={`assessment-${id}`}
                name="assessments"
                value={id}
                defaultChecked={address.assessments.includes(id)}
                label={format.dateTime(measuredAt, { dateStyle: "medium", timeStyle: "short", timeZone })}
              />
            ))}
          </fieldset>
          <Button type="submit" variant={own ? "primary" : "secondary"} className="w-fit">
            {t("compareDates")}
          </Button>
        </form>
      ))}
    </Section>
  );
}
