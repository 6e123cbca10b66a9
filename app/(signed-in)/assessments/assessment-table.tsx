import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { AssessmentSummary } from "@/lib/data/assessments";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { chosen } from "@/lib/inference";
import { ofHundred } from "./injury-words";
import { gaitAge } from "./sentence";

type Props = { assessments: readonly AssessmentSummary[]; more?: boolean; titled?: boolean };

/** Assessments as rows, each opening its result. */
export async function AssessmentTable({ assessments, more = false, titled = false }: Props) {
  const [t, common, format] = await Promise.all([getTranslations("dashboard.history"), getTranslations("common"), getRegionalFormatter()]);
  const injuryText = (assessment: AssessmentSummary) => {
    const outcome = chosen(assessment.predictions, "injury")?.outcome;
    if (outcome?.kind !== "classification") return t("nothing");
    const crowned = outcome.classes.find(({ name }) => name === outcome.crowned);
    if (crowned) {
      const zone = common.has(`zone.${crowned.name}`) ? common(`zone.${crowned.name}`) : crowned.name;
      return t("zone", { zone, share: ofHundred(crowned.share), base: ofHundred(crowned.base) });
    }
    const [only] = outcome.classes;
    if (outcome.classes.length > 1 || !only) return t("noZone");
    return t("injured", { share: ofHundred(only.share), base: ofHundred(only.base) });
  };
  const rows = assessments.map((assessment) => {
    const span = gaitAge(assessment);
    return {
      id: assessment.id,
      cells: {
        date: (
          <Link className="prose-link flex min-h-11 items-center" href={`/assessments/${assessment.id}`}>
            {format.dateTime(assessment.measuredAt, { dateStyle: "medium", timeStyle: "short", timeZone: assessment.timeZone })}
          </Link>
        ),
        protocol: common(`protocol.${assessment.protocol}`),
        age: span ? t("span", span) : t("nothing"),
        injury: injuryText(assessment),
      },
    };
  });
  const table = (
    <DataTable
      caption={t("caption")}
      hideCaption
      columns={[
        { key: "date", label: t("columns.date") },
        { key: "protocol", label: t("columns.protocol") },
        { key: "age", label: t("columns.age") },
        { key: "injury", label: t("columns.injury") },
      ]}
      rows={rows}
    />
  );
  if (!titled) return table;
  return (
    <Section
      id="history"
      title={t("title")}
      actions={
        more && (
          <LinkButton variant="quiet" href="/assessments">
            {t("all")}
          </LinkButton>
        )
      }
    >
      {table}
    </Section>
  );
}
