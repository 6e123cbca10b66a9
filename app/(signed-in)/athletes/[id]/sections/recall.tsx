import { CalendarClock, TriangleAlert } from "lucide";
import { RecallForm } from "@/components/athlete/recall-form";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import type { AthleteDetail } from "@/lib/data/athletes";
import type { RecallView } from "@/lib/data/recalls";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { today } from "../../answers";
import { AthleteMessages } from "../../athlete-messages";
import { chooseRecall, removeRecall } from "../actions";

type Props = { athlete: AthleteDetail; recalls: readonly RecallView[] };

export async function RecallSection({ athlete, recalls }: Props) {
  const t = await getTranslations("athletes.recall");
  return (
    <Section id="recall" title={t("title")} lead={t(athlete.hasSignIn ? "lead" : "leadPatient", { name: athlete.name })}>
      {recalls.length > 0 ? (
        <ul className="grid gap-2">
          {recalls.map((recall) => (
            <RecallLine key={recall.teamId} recall={recall} athleteId={athlete.id} />
          ))}
        </ul>
      ) : (
        <p>{t("none")}</p>
      )}
      <div className="no-print">
        <AthleteMessages>
          <RecallForm
            action={chooseRecall.bind(null, athlete.id)}
            teams={athlete.teams.map(({ id, name }) => ({ value: id, label: name }))}
            today={today()}
            set={recalls.length > 0}
          />
        </AthleteMessages>
      </div>
    </Section>
  );
}

async function RecallLine({ recall, athleteId }: { recall: RecallView; athleteId: string }) {
  const t = await getTranslations("athletes.recall");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <RecallWords recall={recall} />
      <span className="text-muted text-sm">
        {recall.setBy === null ? t("ofGone", { team: recall.team }) : t("of", { team: recall.team, name: recall.setBy })}
      </span>
      <form action={removeRecall} className="no-print">
        <input type="hidden" name="athlete" value={athleteId} />
        <input type="hidden" name="team" value={recall.teamId} />
        <SubmitButton variant="quiet" size="small" aria-label={`${t("clear")}, ${recall.team}`}>
          {t("clear")}
        </SubmitButton>
      </form>
    </li>
  );
}

/** When the athlete is to be seen, and in words whether that day has passed. */
export async function RecallWords({ recall }: { recall: RecallView }) {
  const [t, format] = await Promise.all([getTranslations("athletes.person.recall"), getRegionalFormatter()]);
  const overdue = !recall.met && recall.dueOn < today();
  const date = format.dateTime(new Date(recall.dueOn), { dateStyle: "long", timeZone: "UTC" });
  return (
    <span className={overdue ? "flex items-center gap-2 font-medium text-caution" : "flex items-center gap-2"}>
      <Icon of={overdue ? TriangleAlert : CalendarClock} className="size-5 shrink-0" />
      {t(recall.met ? "met" : overdue ? "overdue" : "due", { date })}
    </span>
  );
}
