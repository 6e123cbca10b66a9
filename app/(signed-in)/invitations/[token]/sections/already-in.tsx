import { Main } from "@/components/layout/main";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { getTranslations } from "@/lib/i18n/server";
import type { OpenInvitation } from "./types";

/** The viewer shares with the team, or works there: there is nothing to accept. */
export async function AlreadyIn({ invitation: { role, team } }: { invitation: OpenInvitation }) {
  const t = await getTranslations("teams.invitation");
  const [words, href, to] =
    role === null ? (["alreadyShared", "/sharing", "toSharing"] as const) : (["alreadyMember", `/teams/${team.id}`, "toTeam"] as const);
  return (
    <Main width="prose">
      <PageHeader title={t(words, { team: team.name })} lead={t(`${words}Text`)} />
      <div>
        <LinkButton href={href}>{t(to)}</LinkButton>
      </div>
    </Main>
  );
}
