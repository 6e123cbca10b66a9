import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Main } from "@/components/layout/main";
import { BackLink } from "@/components/ui/back-link";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireViewer } from "@/lib/auth/viewer";
import { listInvitations } from "@/lib/data/invitations";
import { readTeam } from "@/lib/data/teams";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { InvitationSection } from "./sections/invitations";
import { InviteSection } from "./sections/invite";
import { MemberSection } from "./sections/members";
import { RenameSection } from "./sections/rename";
import { SecuritySection } from "./sections/security";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("teams");
  return { title: t("title") };
}

export default async function TeamPage({ params }: PageProps<"/teams/[id]">) {
  const { id } = await params;
  const viewer = await requireViewer(`/teams/${id}`);
  const [team, invitations] = await Promise.all([readTeam(viewer, id), listInvitations(viewer, id)]);
  if (!team) notFound();
  const [t, words, format] = await Promise.all([getTranslations("teams.team"), getTranslations("teams.audit"), getRegionalFormatter()]);
  const owns = team.role === "owner";
  return (
    <Main>
      <PageHeader
        back={<BackLink href="/teams" label={t("back")} />}
        kicker={t("kicker", { role: team.role, date: format.dateTime(team.createdAt, { dateStyle: "long", timeZone: "UTC" }) })}
        title={team.name}
        lead={t("athletes", { count: team.athletes })}
        actions={
          <>
            <LinkButton href={`/athletes?team=${team.id}`}>{t("roster")}</LinkButton>
            <LinkButton variant="secondary" href={`/import?team=${team.id}`}>
              {t("import")}
            </LinkButton>
            <LinkButton variant="secondary" href={`/athletes/new?team=${team.id}`}>
              {t("patient")}
            </LinkButton>
          </>
        }
      />
      <MemberSection team={team} />
      <InviteSection teamId={team.id} owns={owns} />
      <InvitationSection teamId={team.id} invitations={invitations} />
      {owns && <SecuritySection team={team} />}
      {owns && <RenameSection team={team} />}
      {owns && (
        <LinkButton variant="secondary" className="w-fit" href={`/teams/${team.id}/audit`}>
          {words("link")}
        </LinkButton>
      )}
    </Main>
  );
}
