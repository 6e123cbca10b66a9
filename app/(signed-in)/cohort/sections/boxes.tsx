import { BoxPlots, type BoxRow } from "@/components/charts/box-plots";
import { Section } from "@/components/ui/section";
import { type BoxGroup, boxes, leastOfGroup } from "@/lib/data/cohort";
import { getTranslations } from "@/lib/i18n/server";
import { chartText } from "../../../chart-words";
import { type Metric, metricOf } from "../metric";
import { HiddenGroups } from "./hidden-groups";
import type { ViewProps } from "./types";

export async function BoxesView({ viewer, cohort, choice, drawn, words, reader }: ViewProps) {
  const [found, t] = await Promise.all([boxes(viewer, cohort, drawn.x, choice.by), getTranslations("cohort")]);
  if (found === null) return null;
  const metric = metricOf(drawn.x, reader);
  const title = t("boxes.title", { metric: metric.label, by: choice.by });
  const nameOf = (key: string) => words.group(choice.by, key);
  return (
    <Section id="view" title={title} lead={t("boxes.lead")}>
      <BoxPlots
        rows={found.groups.map((group): BoxRow => {
          const box = boxOf(group, metric);
          return {
            id: group.key,
            label: nameOf(group.key),
            people: group.people,
            peopleText: words.people(group.people),
            box,
            boxText: t(box ? "boxes.median" : "boxes.medianOnly", { value: metric.text(group.median) }),
          };
        })}
        whiskers={t("boxes.whiskers")}
        unit={metric.unit}
        locale={reader.locale}
        columns={[
          t("boxes.group"),
          t("boxes.people"),
          t("boxes.p5"),
          t("boxes.q1"),
          t("boxes.medianColumn"),
          t("boxes.q3"),
          t("boxes.p95"),
        ]}
        empty={t("boxes.empty")}
        text={
          await chartText({
            title,
            hideTitle: true,
            description: t("boxes.description", { metric: metric.name }),
            fileName: `cohort-groups-${metric.code}`,
            context: { label: t("filters.label"), value: words.filters },
          })
        }
      />
      <HiddenGroups names={found.hidden.map(nameOf)} />
    </Section>
  );
}

/** On the reader's axis; without its ends where they are not shown, and null for so few people that a half of them is none. */
export function boxOf({ people, p5, q1, median, q3, p95 }: Omit<BoxGroup, "key">, { scale }: Metric): BoxRow["box"] {
  if (people < leastOfGroup) return null;
  const scaled = (value: number | null) => (value === null ? null : scale(value));
  return { low: scaled(p5), q1: scale(q1), median: scale(median), q3: scale(q3), high: scaled(p95) };
}
