import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Main } from "@/components/layout/main";
import { PrintButton } from "@/components/result/print-button";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireViewer } from "@/lib/auth/viewer";
import { type Comparison, compareAssessments, compareAthletes, fewestCompared, mostCompared } from "@/lib/data/compare";
import type { SignedIn, Viewer } from "@/lib/data/viewer";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { readerOf } from "../../reader";
import { type CompareAddress, compareHref, parseAddress } from "./address";
import { isOfDates } from "./names";
import { comparedRows } from "./rows";
import { Choices } from "./sections/choices";
import { MeasuredSection } from "./sections/measured";
import { MethodSection } from "./sections/method";
import { MetricSection } from "./sections/metric";
import { Picker } from "./sections/picker";
import { PredictionSection } from "./sections/predictions";
import { comparedSentence } from "./sentence";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("compare");
  return { title: t("title") };
}

export default async function ComparePage({ searchParams }: PageProps<"/compare">) {
  const address = parseAddress(await searchParams);
  const viewer = await requireViewer(compareHref(address));
  if (!isChosen(address)) return <Picker viewer={viewer} address={address} />;
  const comparison = await compare(viewer, address);
  if (!comparison) notFound();
  if (comparison.columns.length < fewestCompared) return <Picker viewer={viewer} address={address} otherProtocol />;
  return <Compared viewer={viewer} comparison={comparison} address={address} />;
}

/** Whether the address says what to compare; else it is still being chosen. */
function isChosen({ athletes, assessments, after }: CompareAddress): boolean {
  const count = Math.max(athletes.length, assessments.length);
  return after === undefined && count >= fewestCompared && count <= mostCompared;
}

function compare(viewer: Viewer, { athletes, assessments, protocol, reference, team }: CompareAddress): Promise<Comparison | null> {
  const asked = { protocol, reference: reference || team ? { kind: reference ?? "team", teamId: team } : null };
  if (athletes.length < fewestCompared) return compareAssessments(viewer, { ...asked, assessmentIds: assessments });
  return compareAthletes(viewer, { ...asked, athleteIds: athletes });
}

async function Compared({ viewer, comparison, address }: { viewer: SignedIn; comparison: Comparison; address: CompareAddress }) {
  const [t, common, format, reader] = await Promise.all([
    getTranslations("compare"),
    getTranslations("common.protocol"),
    getRegionalFormatter(),
    readerOf(viewer),
  ]);
  const groups = comparedRows(comparison);
  const sentence = comparedSentence(t, format, comparison, groups);
  const { kind, team } = comparison.reference;
  const unreadable = comparison.columns.reduce((sum, { assessment }) => sum + (assessment?.unreadable ?? 0), 0);
  return (
    <Main>
      <PageHeader
        kicker={t("kicker", { protocol: common(comparison.protocol), reference: t(`referenceName.${kind}`, { team: team?.name ?? "" }) })}
        title={sentence.title}
        lead={sentence.lead}
        actions={
          <>
            <LinkButton variant="secondary" href={changeHref(comparison)}>
              {t(isOfDates(comparison) ? "changeDates" : "changePeople")}
            </LinkButton>
            <PrintButton label={t("print")} />
          </>
        }
      />
      <Choices comparison={comparison} address={address} />
      {comparison.otherProtocol > 0 && <Alert tone="info">{t("otherProtocol", { count: comparison.otherProtocol })}</Alert>}
      {unreadable > 0 && <Alert tone="caution">{t("unreadable", { count: unreadable })}</Alert>}
      <PredictionSection comparison={comparison} reader={reader} />
      <MetricSection comparison={comparison} groups={groups} address={address} reader={reader} />
      <MeasuredSection comparison={comparison} groups={groups} reader={reader} />
      <MethodSection comparison={comparison} groups={groups} reader={reader} />
    </Main>
  );
}

/** Back to choosing, with what is chosen kept. */
function changeHref(comparison: Comparison): string {
  const { columns, reference } = comparison;
  const athletes = [...new Set(columns.map(({ athlete }) => athlete.id))];
  if (!isOfDates(comparison))
    return compareHref({ athletes, assessments: [], after: "start", team: reference.team?.id }, { after: "start" });
  return compareHref({ athletes, assessments: [] });
}
