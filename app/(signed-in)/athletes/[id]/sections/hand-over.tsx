import { HandOverForm } from "@/components/athlete/hand-over-form";
import { Section } from "@/components/ui/section";
import type { AthleteDetail } from "@/lib/data/athletes";
import { getTranslations } from "@/lib/i18n/server";
import { AthleteMessages } from "../../athlete-messages";
import { handOver } from "../actions";

/** Makes the link with which the person takes over their record. */
export async function HandOverSection({ athlete }: { athlete: AthleteDetail }) {
  const t = await getTranslations("athletes.person.handOver");
  const teams = athlete.teams.filter(({ scope }) => scope === "record").map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Section id="hand-over" title={t("title")} lead={t("lead", { name: athlete.name })} className="no-print">
      <AthleteMessages>
        <HandOverForm action={handOver.bind(null, athlete.id)} teams={teams} />
      </AthleteMessages>
    </Section>
  );
}
