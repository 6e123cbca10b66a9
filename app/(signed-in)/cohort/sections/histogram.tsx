import { Histogram } from "@/components/charts/histogram";
import { Section } from "@/components/ui/section";
import { type CohortHistogram, histogram } from "@/lib/data/cohort";
import { getTranslations, type Translator } from "@/lib/i18n/server";
import { chartText } from "../../../chart-words";
import { metricOf } from "../metric";
import type { ViewProps } from "./types";

export async function HistogramView({ viewer, cohort, drawn, words, reader }: ViewProps) {
  const metric = metricOf(drawn.x, reader);
  const [found, t, common] = await Promise.all([
    histogram(viewer, cohort, drawn.x, { scale: metric.scale(1), decimals: metric.decimals }),
    getTranslations("cohort"),
    getTranslations("common"),
  ]);
  if (found === null) return null;
  const title = t("histogram.title", { metric: metric.label });
  return (
    <Section id="view" title={title} lead={t("histogram.lead")}>
      <Histogram
        bins={found.bins.map((bin, index) => ({ ...bin, text: binText(found, index, t, reader.locale) }))}
        series={found.series.map(({ sex, people, counts }) => ({
          id: sex,
          label: `${common(`sex.${sex}`)} · ${words.people(people)}`,
          counts,
        }))}
        hiddenText={t("histogram.hidden")}
        axisLabel={metric.unit === "" ? metric.label : `${metric.label}, ${metric.unit}`}
        countLabel={t("histogram.people")}
        binColumn={metric.unit === "" ? metric.label : `${metric.label}, ${metric.unit}`}
        locale={reader.locale}
        height={280}
        empty={t("histogram.empty")}
        text={
          await chartText({
            title,
            hideTitle: true,
            description: t("histogram.description", { metric: metric.name }),
            fileName: `cohort-histogram-${metric.code}`,
            context: { label: t("filters.label"), value: words.filters },
          })
        }
      />
    </Section>
  );
}

/** The bin's edges in words; the first and the last of everyone hold what lies beyond them too. */
function binText({ bins, openEnded }: CohortHistogram, index: number, t: Translator, locale: string): string {
  const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 6, signDisplay: "negative" });
  const [from, to] = [number.format(bins[index]?.from ?? 0), number.format(bins[index]?.to ?? 0)];
  const [first, last] = [index === 0, index === bins.length - 1];
  if (openEnded && first && last) return t("histogram.every");
  if (openEnded && first) return t("histogram.below", { to });
  if (openEnded && last) return t("histogram.above", { from });
  return t("histogram.bin", { from, to });
}
