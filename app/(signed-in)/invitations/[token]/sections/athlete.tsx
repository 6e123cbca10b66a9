import { ConsentText } from "@/app/(signed-in)/sharing/sections/consent";
import { TeamMessages } from "@/app/(signed-in)/teams/team-messages";
import { Main } from "@/components/layout/main";
import { InvitationForm } from "@/components/teams/invitation-form";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { shareByInvitation } from "../actions";
import { Decline } from "./decline";
import { Members } from "./members";
import type { InvitationProps } from "./types";

/** A team asks a person to share, or hands over the record it keeps of them: what that means comes before every button. */
export async function AthleteInvitation({ token, invitation }: InvitationProps) {
  const [t, sharing, format] = await Promise.all([
    getTranslations("teams.invitation"),
    getTranslations("sharing.consent"),
    getRegionalFormatter(),
  ]);
  const { team, invitedBy: inviter, handsOver, members, expiresAt, alreadyIn } = invitation;
  const words = { team: team.name, inviter };
  const until = t("until", { date: format.dateTime(expiresAt, { dateStyle: "long", timeZone: "UTC" }) });
  return (
    <Main width="prose">
      <PageHeader
        kicker={until}
        title={t(handsOver ? "recordTitle" : "athleteTitle", words)}
        lead={t(handsOver ? "recordLead" : "athleteLead", words)}
      />
      <Members members={members} later={t("joinsLater")} />
      <Section id="consent" title={sharing("title")}>
        <ConsentText />
      </Section>
      <Section id="answer" title={t("answer")}>
        <TeamMessages>
          <InvitationForm
            action={shareByInvitation.bind(null, token)}
            team={team.name}
            kind={handsOver ? "record" : "share"}
            mayShareNothing={handsOver && !alreadyIn}
          />
        </TeamMessages>
        <Decline
          token={token}
          label={t(handsOver ? "declineRecord" : "decline")}
          text={t(handsOver ? "declineRecordText" : "declineText", words)}
        />
      </Section>
    </Main>
  );
}
