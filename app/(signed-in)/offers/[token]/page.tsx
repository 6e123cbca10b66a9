import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { makeTeam } from "@/app/(signed-in)/teams/actions";
import { TeamMessages } from "@/app/(signed-in)/teams/team-messages";
import { Main } from "@/components/layout/main";
import { OfferAnswerForm } from "@/components/teams/offer-answer-form";
import { TeamNameForm } from "@/components/teams/team-name-form";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireViewer } from "@/lib/auth/viewer";
import { type OfferView, readOffer } from "@/lib/data/offers";
import { listTeams, type TeamSummary } from "@/lib/data/teams";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { takeUpOffer } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("teams.offer");
  return { title: t("title"), robots: { index: false }, referrer: "no-referrer" };
}

export default async function OfferPage({ params }: PageProps<"/offers/[token]">) {
  const { token } = await params;
  const viewer = await requireViewer(`/offers/${token}`);
  const [offer, teams] = await Promise.all([readOffer(viewer, token), listTeams(viewer)]);
  if (!offer) notFound();
  return offer.state === "accepted" ? <Accepted teamId={offer.teamId} /> : <Open token={token} offer={offer} teams={teams} />;
}

async function Accepted({ teamId }: { teamId: string | null }) {
  const t = await getTranslations("teams.offer");
  return (
    <Main width="prose">
      <PageHeader title={t("acceptedTitle")} lead={t("acceptedText")} />
      <div>
        <LinkButton href={teamId === null ? "/athletes" : `/athletes?team=${teamId}`}>{t("toAthletes")}</LinkButton>
      </div>
    </Main>
  );
}

type OpenProps = { token: string; offer: Extract<OfferView, { state: "open" }>; teams: readonly TeamSummary[] };

async function Open({ token, offer: { athleteName: athlete, scope, expiresAt }, teams }: OpenProps) {
  const [t, format] = await Promise.all([getTranslations("teams.offer"), getRegionalFormatter()]);
  const until = { athlete, date: format.dateTime(expiresAt, { dateStyle: "long", timeZone: "UTC" }) };
  return (
    <Main width="prose">
      <PageHeader title={t("heading", { athlete })} lead={t(scope, { athlete })} />
      <p>{t("withdraw", until)}</p>
      <TeamMessages>
        {teams.length === 0 ? (
          <Section id="team" title={t("noTeam")} lead={t("noTeamText")}>
            <TeamNameForm action={makeTeam} returnTo={`/offers/${token}`} />
          </Section>
        ) : (
          <div className="grid gap-4">
            <OfferAnswerForm
              action={takeUpOffer.bind(null, token, athlete)}
              teams={teams.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Link className="prose-link w-fit" href="/teams">
              {t("another")}
            </Link>
          </div>
        )}
      </TeamMessages>
    </Main>
  );
}
