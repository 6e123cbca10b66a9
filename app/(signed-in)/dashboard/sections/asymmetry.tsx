import { DifferenceDots } from "@/components/charts/difference-dots";
import { Section } from "@/components/ui/section";
import type { AssessmentSummary } from "@/lib/data/assessments";
import { getTranslations } from "@/lib/i18n/server";
import { notableAsymmetry } from "@/lib/measurements/asymmetry";
import { type Reader, valueText } from "@/lib/measurements/text";
import { chartText } from "../../../chart-words";
import { measuredRows } from "../../assessments/measured-rows";

const most = 8;
/** The axis shows at least sides that lie a quarter of their mean apart from it. */
const leastReach = 0.25;

function domainAround(mean: number, reach: number): [number, number] {
  const half = Math.abs(mean) * reach * 1.1;
  return [mean - half, mean + half];
}

type Props = { assessment: AssessmentSummary; reader: Reader; of?: "self" | "other" };

export async function AsymmetrySection({ assessment, reader, of = "self" }: Props) {
  const [t, side] = await Promise.all([getTranslations("dashboard.asymmetry"), getTranslations("common.side")]);
  const rows = measuredRows(assessment.measurements, assessment.protocol)
    .flatMap((group) => group.rows)
    .flatMap((row) => {
      const { left, right, percent } = row;
      if (row.deviation || row.derived || typeof left !== "number" || typeof right !== "number" || percent === undefined) return [];
      return [{ ...row, left, right, percent }];
    })
    .toSorted((one, other) => Math.abs(other.percent) - Math.abs(one.percent))
    .slice(0, most);
  const decimal = new Intl.NumberFormat(reader.locale, { maximumFractionDigits: 1 });
  // One axis for all: how far the sides lie from their mean.
  const reach = Math.max(leastReach, ...rows.map(({ percent }) => Math.abs(percent) / 200));
  return (
    <Section id="asymmetry" title={t("title")} lead={rows.length > 0 ? t("lead", { percent: notableAsymmetry, of }) : t("none")}>
      {rows.length > 0 && (
        <DifferenceDots
          rows={rows.map((row) => ({
            id: row.field.code,
            label: row.field.label[reader.locale],
            left: row.left,
            right: row.right,
            leftText: valueText(row.field, row.left, reader),
            rightText: valueText(row.field, row.right, reader),
            differenceText: t("percent", { percent: decimal.format(Math.abs(row.percent)) }),
            domain: domainAround((row.left + row.right) / 2, reach),
            notable: Math.abs(row.percent) >= notableAsymmetry,
          }))}
          labels={{ left: side("left"), right: side("right"), withinNoise: t("within") }}
          columns={[t("columns.what"), t("columns.left"), t("columns.right"), t("columns.difference")]}
          text={await chartText({ title: t("title"), hideTitle: true, description: t("description"), fileName: "left-right" })}
        />
      )}
    </Section>
  );
}
