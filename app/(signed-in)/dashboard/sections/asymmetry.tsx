import { getTranslations } from "next-intl/server";
import { DifferenceDots } from "@/components/charts/difference-dots";
import { Section } from "@/components/ui/section";
import type { AssessmentSummary } from "@/lib/data/assessments";
import { type Reader, valueText } from "@/lib/measurements/text";
import { chartText } from "../../../chart-words";
import { measuredRows } from "../../assessments/measured-rows";

/** A rule of thumb, said to be one on the screen. */
const notablePercent = 10;
const most = 8;

export async function AsymmetrySection({ assessment, reader }: { assessment: AssessmentSummary; reader: Reader }) {
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
  const whole = new Intl.NumberFormat(reader.locale, { maximumFractionDigits: 0 });
  return (
    <Section id="asymmetry" title={t("title")} lead={rows.length > 0 ? t("lead", { percent: notablePercent }) : t("none")}>
      {rows.length > 0 && (
        <DifferenceDots
          rows={rows.map((row) => ({
            id: row.field.code,
            label: row.field.label[reader.locale],
            left: row.left,
            right: row.right,
            leftText: valueText(row.field, row.left, reader),
            rightText: valueText(row.field, row.right, reader),
            differenceText: t("percent", { percent: whole.format(Math.abs(row.percent)) }),
            notable: Math.abs(row.percent) >= notablePercent,
          }))}
          labels={{ left: side("left"), right: side("right"), withinNoise: t("within") }}
          columns={[t("columns.what"), t("columns.left"), t("columns.right"), t("columns.difference")]}
          text={await chartText({ title: t("title"), hideTitle: true, description: t("description"), fileName: "left-right" })}
        />
      )}
    </Section>
  );
}
