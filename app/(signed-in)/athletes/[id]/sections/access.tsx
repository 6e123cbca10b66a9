import { Section } from "@/components/ui/section";
import type { AthleteDetail, SharedTeam } from "@/lib/data/athletes";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";

/** By what right the viewer's teams see the record. */
export async function AccessSection({ athlete }: { athlete: AthleteDetail }) {
  const t = await getTranslations("athletes.person.access");
  return (
    <Section id="access" title={t("title")} lead={t("lead")}>
      <ul className="grid max-w-prose gap-2">
        {athlete.teams.map((team) => (
          <TeamLine key={team.id} team={team} />
        ))}
      </ul>
      <p className="max-w-prose text-muted">{t(athlete.hasSignIn ? "own" : "patient", { name: athlete.name })}</p>
    </Section>
  );
}

async function TeamLine({ team }: { team: SharedTeam }) {
  const [t, format] = await Promise.all([getTranslations("athletes.person.access"), getRegionalFormatter()]);
  const date = format.dateTime(team.since, { dateStyle: "long", timeZone: "UTC" });
  const known = team.obtainedHow === "signed" || team.obtainedHow === "spoken";
  const how = known ? t(`how.${team.obtainedHow}`) : team.obtainedHow;
  return (
    <li>
      {t(team.scope, { team: team.name, date })}{" "}
      {how && (
        <span className="text-muted">{team.obtainedBy ? t("obtained", { name: team.obtainedBy, how }) : t("obtainedGone", { how })}</span>
      )}
    </li>
  );
}
