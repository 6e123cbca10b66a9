import { InviteForm } from "@/components/teams/invite-form";
import { Section } from "@/components/ui/section";
import { linkDays } from "@/lib/data/tokens";
import { getTranslations } from "@/lib/i18n/server";
import { sendsMail } from "@/lib/mail";
import { TeamMessages } from "../../team-messages";
import { inviteAthlete, inviteCoach } from "../actions";

export async function InviteSection({ teamId, owns }: { teamId: string; owns: boolean }) {
  const t = await getTranslations("teams.invite");
  const mail = sendsMail();
  return (
    <Section id="invite" title={t("title")} lead={t("lead", { days: linkDays, mail: mail ? "yes" : "no" })}>
      <TeamMessages>
        <div className="grid gap-4 desk:grid-cols-2">
          <InviteForm action={inviteAthlete.bind(null, teamId)} whom="athlete" mail={mail} />
          {owns && <InviteForm action={inviteCoach.bind(null, teamId)} whom="coach" mail={mail} />}
        </div>
      </TeamMessages>
    </Section>
  );
}
