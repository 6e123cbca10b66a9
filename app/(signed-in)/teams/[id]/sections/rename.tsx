import { TeamNameForm } from "@/components/teams/team-name-form";
import { Section } from "@/components/ui/section";
import type { TeamDetail } from "@/lib/data/teams";
import { getTranslations } from "@/lib/i18n/server";
import { TeamMessages } from "../../team-messages";
import { giveName } from "../actions";

export async function RenameSection({ team }: { team: TeamDetail }) {
  const t = await getTranslations("teams.rename");
  return (
    <Section id="rename" title={t("title")}>
      <TeamMessages>
        <TeamNameForm action={giveName.bind(null, team.id)} name={team.name} />
      </TeamMessages>
    </Section>
  );
}
