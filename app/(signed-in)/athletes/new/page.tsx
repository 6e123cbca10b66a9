import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PatientForm } from "@/components/athlete/patient-form";
import { Main } from "@/components/layout/main";
import { BackLink } from "@/components/ui/back-link";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireViewer } from "@/lib/auth/viewer";
import { listTeams } from "@/lib/data/teams";
import { getTranslations } from "@/lib/i18n/server";
import { today } from "../answers";
import { AthleteMessages } from "../athlete-messages";
import { addPatientToTeam } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("athletes.patient");
  return { title: t("newTitle") };
}

const parametersSchema = z.object({ team: z.guid().optional().catch(undefined) });

export default async function NewPatientPage({ searchParams }: PageProps<"/athletes/new">) {
  const viewer = await requireViewer("/athletes/new");
  const [t, teams, parameters] = await Promise.all([getTranslations("athletes.patient"), listTeams(viewer), searchParams]);
  const asked = parametersSchema.parse(parameters).team;
  const team = asked === undefined ? teams[0] : teams.find(({ id }) => id === asked);
  if (asked !== undefined && !team) notFound();
  return (
    <Main width="prose">
      <PageHeader
        title={t("newTitle")}
        lead={t("newLead")}
        kicker={team && teams.length === 1 ? team.name : undefined}
        back={<BackLink href={team ? `/athletes?team=${team.id}` : "/athletes"} label={t("back")} />}
      />
      {team ? (
        <AthleteMessages>
          <PatientForm
            action={addPatientToTeam}
            submissionId={randomUUID()}
            teams={teams.map(({ id, name }) => ({ value: id, label: name }))}
            team={team.id}
            today={today()}
          />
        </AthleteMessages>
      ) : (
        <EmptyState title={t("noTeam.title")} action={<LinkButton href="/teams">{t("noTeam.action")}</LinkButton>}>
          {t("noTeam.text")}
        </EmptyState>
      )}
    </Main>
  );
}
