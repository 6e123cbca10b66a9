import { HeatMap } from "@/components/charts/heat-map";
import { Section } from "@/components/ui/section";
import { correlations, leastForCorrelation } from "@/lib/data/cohort";
import { withGaps } from "@/lib/i18n/gaps";
import { getTranslations } from "@/lib/i18n/server";
import { labelOf } from "@/lib/measurements/text";
import { chartText } from "../../../chart-words";
import { addressOf } from "../choice";
import type { ViewProps } from "./types";

export async function CorrelationsView({ viewer, cohort, choice, drawn, words, reader }: ViewProps) {
  const [pairs, t] = await Promise.all([correlations(viewer, cohort, drawn.metrics), getTranslations("cohort")]);
  if (pairs === null) return null;
  return (
    <Section id="view" title={t("correlations.title")} lead={t("correlations.lead", { least: leastForCorrelation })}>
      <HeatMap
        variables={drawn.metrics.map((id) => ({ id, label: labelOf(id, reader.locale) }))}
        pairs={pairs.map(({ a, b, people, r }) => ({
          a,
          b,
          value: r,
          people,
          href: r === null ? undefined : addressOf(choice, { view: "scatter", x: a, y: b }),
        }))}
        labels={{
          missing: t("correlations.missing"),
          weak: t("correlations.weak"),
          strong: t("correlations.strong"),
          negative: t("correlations.negative"),
          strongest: t("correlations.strongest"),
          between: withGaps(t, "correlations.between", "a", "b"),
        }}
        locale={reader.locale}
        columns={[t("correlations.a"), t("correlations.b"), t("correlations.r"), t("correlations.people")]}
        empty={t("correlations.empty", { least: leastForCorrelation })}
        text={
          await chartText({
            title: t("correlations.chart"),
            hideTitle: true,
            description: t("correlations.description"),
            fileName: "cohort-correlations",
            context: { label: t("filters.label"), value: words.filters },
          })
        }
      />
    </Section>
  );
}
