import { CalibrationChart } from "@/components/charts/calibration-chart";
import type { ChartText } from "@/components/charts/types";
import { AgeFitChart } from "@/components/models/age-fit-chart";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { getTranslations } from "@/lib/i18n/server";
import type { Card } from "@/lib/inference";
import { classLabel } from "../describe";

/** What the model said against what was so, on people it had not seen. */
export async function Fit({ card }: { card: Card }) {
  const [t, common] = await Promise.all([getTranslations("models.card.fit"), getTranslations("common")]);
  const { output } = card;
  const age = output.kind === "regression";
  const unit = t(age ? "years" : "of100");
  const shared = {
    labels: { predicted: `${t("predicted")}, ${unit}`, observed: `${t("observed")}, ${unit}`, diagonal: t("ideal") },
    columns: [t("predicted"), t("observed"), t("from"), t("to"), t("people")],
  } as const;
  const words = (title: string, description: string, fileName: string): ChartText => ({
    title,
    description,
    fileName: `${card.name}-${fileName}`,
    tableLabel: common("chart.table"),
    downloadLabel: common("chart.download"),
    imageLabel: { svg: common("chart.svg"), png: common("chart.png"), failed: common("chart.imageFailed") },
  });
  const [first, ...rest] =
    output.kind === "regression"
      ? [
          <AgeFitChart
            key="age"
            points={output.fit}
            {...shared}
            text={words(t("ageTitle"), t("ageDescription", { count: output.fit.length }), "fit")}
          />,
        ]
      : Object.entries(output.calibration).map(([name, points]) => {
          const label = classLabel(name, common);
          return (
            <CalibrationChart
              key={name}
              points={points}
              {...shared}
              text={words(label, t("injuryDescription", { name: label, count: points.length }), `calibration-${name}`)}
            />
          );
        });
  return (
    <Section id="fit" title={t("title")} lead={t(age ? "ageLead" : "injuryLead")}>
      {first}
      {rest.length > 0 && (
        <Disclosure summary={t("byZone")}>
          <div className="grid grid-cols-1 gap-x-12 gap-y-8 pt-2 sm:grid-cols-2 desk:grid-cols-3">{rest}</div>
        </Disclosure>
      )}
    </Section>
  );
}
