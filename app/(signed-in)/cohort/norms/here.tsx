import { BoxPlots, type BoxRow } from "@/components/charts/box-plots";
import { Section } from "@/components/ui/section";
import { getTranslations } from "@/lib/i18n/server";
import { chartText } from "../../../chart-words";
import { boxOf } from "../sections/boxes";
import type { NormSectionProps } from "./types";

/** The people here, by sex and age. */
export async function HereSection({ rows, metric, words, reader }: NormSectionProps) {
  const [t, cohort] = await Promise.all([getTranslations("cohort.normsPage"), getTranslations("cohort")]);
  const title = t("hereTitle", { metric: metric.label });
  const groups = rows.flatMap(({ name, here }): BoxRow[] => {
    if (here === null) return [];
    const box = boxOf({ people: here.n, p5: here.p5, q1: here.p25, median: here.p50, q3: here.p75, p95: here.p95 }, metric);
    return [
      {
        id: name,
        label: name,
        people: here.n,
        peopleText: words.people(here.n),
        box,
        boxText: cohort(box ? "boxes.median" : "boxes.medianOnly", { value: metric.text(here.p50) }),
      },
    ];
  });
  return (
    <Section id="here" title={title} lead={t("hereLead")}>
      <BoxPlots
        rows={groups}
        whiskers={cohort("boxes.whiskers")}
        unit={metric.unit}
        locale={reader.locale}
        columns={[
          t("group"),
          cohort("boxes.people"),
          cohort("boxes.p5"),
          cohort("boxes.q1"),
          cohort("boxes.medianColumn"),
          cohort("boxes.q3"),
          cohort("boxes.p95"),
        ]}
        empty={t("noBoxes")}
        text={
          await chartText({
            title,
            hideTitle: true,
            description: t("description", { metric: metric.label }),
            fileName: `norms-${metric.code}`,
            context: { label: t("context"), value: words.filters },
          })
        }
      />
    </Section>
  );
}
