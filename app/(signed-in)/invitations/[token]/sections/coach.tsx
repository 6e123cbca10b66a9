import { TeamMessages } from "@/app/(signed-in)/teams/team-messages";
import { Main } from "@/components/layout/main";
import { InvitationForm } from "@/components/teams/invitation-form";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { joinByInvitation } from "../actions";
import { Decline } from "./decline";
import { Members } from "./members";
import type { InvitationProps } from "./types";

/** An owner asks a colleague to work in the team. */
export async function CoachInvitation({ token, invitation }: InvitationProps) {
  const [t, format] = await Promise.all([getTranslations("teams.invitation"), getRegionalFormatter()]);
  const { team, invitedBy: inviter, members, expiresAt } = invitation;
  const words = { team: team.name, inviter };
  return (
    <Main width="prose">
      <PageHeader
        kicker={t("until", { date: format.dateTime(expiresAt, { dateStyle: "long", timeZone: "UTC" }) })}
        title={t("coachTitle", words)}
        lead={t("coachLead")}
      />
      <Members members={members} />
      <Section id="answer" title={t("answer")}>
        <TeamMessages>
          <InvitationForm action={joinByInvitation.bind(null, token)} team={team.name} kind="coach" />
        </TeamMessages>
        <Decline token={token} label={t("declineCoach")} text={t("declineText", words)} />
      </Section>
    </Main>
  );
}
