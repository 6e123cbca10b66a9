import { ConfirmDialog } from "@/components/ui/dialog";
import { Section } from "@/components/ui/section";
import { getTranslations } from "@/lib/i18n/server";
import { endConsent, erasePatient } from "../actions";

type Props = { athlete: { id: string; name: string }; teams: readonly { id: string; name: string }[] };

/** What a person without a sign-in may ask of the team: to be seen no more, or to be erased. */
export async function LeaveSection({ athlete, teams }: Props) {
  const t = await getTranslations("athletes.leave");
  return (
    <Section id="leave" title={t("title")} lead={t("text")}>
      <div className="flex flex-wrap gap-2">
        {teams.map((team) => (
          <ConfirmDialog
            key={team.id}
            trigger={teams.length > 1 ? `${t("endConsent")} (${team.name})` : t("endConsent")}
            triggerSize="small"
            title={t("endTitle", { name: athlete.name })}
            description={t("endText", { team: team.name })}
            action={endConsent}
            fields={{ athlete: athlete.id, team: team.id }}
            confirmLabel={t("endConsent")}
            cancelLabel={t("keep")}
          />
        ))}
        <ConfirmDialog
          trigger={t("erase")}
          triggerSize="small"
          title={t("eraseTitle", { name: athlete.name })}
          description={t("eraseText")}
          action={erasePatient}
          fields={{ athlete: athlete.id }}
          confirmLabel={t("erase")}
          cancelLabel={t("keep")}
        />
      </div>
    </Section>
  );
}
