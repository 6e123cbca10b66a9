import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { DraftCard } from "@/components/assessment/draft-card";
import type { TrendEvent } from "@/components/charts/trend-chart";
import { Main } from "@/components/layout/main";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { requireViewer } from "@/lib/auth/viewer";
import { type AssessmentSummary, list } from "@/lib/data/assessments";
import { type AthleteDetail, readAthlete } from "@/lib/data/athletes";
import { listMerges } from "@/lib/data/merges";
import { listNotes } from "@/lib/data/notes";
import { readRecalls } from "@/lib/data/recalls";
import { getTranslations } from "@/lib/i18n/server";
import type { Reader } from "@/lib/measurements/text";
import { readerOf } from "../../../reader";
import { ReasonSection } from "../../assessments/[id]/sections/reasons";
import { parseChoice } from "../../dashboard/choice";
import { AsymmetrySection } from "../../dashboard/sections/asymmetry";
import { LatestSection } from "../../dashboard/sections/latest";
import { TrendSection } from "../../dashboard/sections/trend";
import { draftOwner } from "./assess/draft-owner";
import { trendEvents } from "./events";
import { AccessSection } from "./sections/access";
import { HandOverSection } from "./sections/hand-over";
import { AthleteHeader } from "./sections/header";
import { LeaveSection } from "./sections/leave";
import { MergesSection } from "./sections/merges";
import { RecallSection } from "./sections/recall";
import { TimelineSection } from "./sections/timeline";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("athletes.person");
  return { title: t("title") };
}

/** The newest ones; the whole history of nobody is longer so far. */
const limit = 200;

export default async function AthletePage({ params, searchParams }: PageProps<"/athletes/[id]">) {
  const { id } = await params;
  const viewer = await requireViewer(`/athletes/${id}`);
  const athlete = await readAthlete(viewer, id);
  if (athlete?.own) redirect("/dashboard");
  if (!athlete) notFound();
  const [assessments, notes, recalls, merges, reader, parameters, t, dashboard] = await Promise.all([
    list(viewer, id, { limit }, "athlete.viewed"),
    listNotes(viewer, id),
    readRecalls(viewer, id),
    listMerges(viewer, id),
    readerOf(viewer),
    searchParams,
    getTranslations("athletes.person"),
    getTranslations("dashboard.draft"),
  ]);
  const [latest] = assessments;
  return (
    <Main>
      <AthleteHeader athlete={athlete} recalls={recalls} />
      {athlete.mayRecord && (
        <DraftCard
          owner={draftOwner(viewer.userId, id)}
          title={t("draft.title", { name: athlete.name })}
          text={dashboard("text")}
          openLabel={dashboard("open")}
          forgetLabel={dashboard("forget")}
          href={`/athletes/${id}/assess`}
        />
      )}
      {latest ? (
        <Results
          athlete={athlete}
          latest={latest}
          assessments={assessments}
          events={await trendEvents(notes, recalls)}
          reader={reader}
          parameters={parameters}
        />
      ) : (
        <NothingYet athlete={athlete} />
      )}
      <div className="grid min-w-0 gap-10 desk:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
        <TimelineSection athlete={athlete} assessments={assessments} notes={notes} limit={limit} />
        <div className="grid min-w-0 content-start gap-10">
          <RecallSection athlete={athlete} recalls={recalls} />
          <AccessSection athlete={athlete} />
          {athlete.mayAdminister && <HandOverSection athlete={athlete} />}
          <MergesSection merges={merges} athleteId={id} />
          {athlete.mayAdminister && <LeaveSection athlete={athlete} teams={athlete.teams} />}
        </div>
      </div>
    </Main>
  );
}

type ResultsProps = {
  athlete: AthleteDetail;
  latest: AssessmentSummary;
  assessments: readonly AssessmentSummary[];
  events: readonly TrendEvent[];
  reader: Reader;
  parameters: unknown;
};

function Results({ athlete, latest, assessments, events, reader, parameters }: ResultsProps) {
  return (
    <>
      <LatestSection assessment={latest} name={athlete.name} />
      <TrendSection
        assessments={assessments}
        choice={parseChoice(parameters, assessments)}
        reader={reader}
        path={`/athletes/${athlete.id}`}
        of="other"
        events={events}
      />
      <AsymmetrySection assessment={latest} reader={reader} of="other" />
      <ReasonSection detail={latest} reader={reader} />
    </>
  );
}

async function NothingYet({ athlete }: { athlete: AthleteDetail }) {
  const t = await getTranslations("athletes.person.empty");
  const { name } = athlete;
  return (
    <EmptyState
      title={t("title", { name })}
      action={athlete.mayRecord && <LinkButton href={`/athletes/${athlete.id}/assess`}>{t("action")}</LinkButton>}
    >
      {athlete.mayRecord ? t("text") : t("viewOnly", { name })}
    </EmptyState>
  );
}
