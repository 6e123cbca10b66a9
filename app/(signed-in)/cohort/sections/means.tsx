import { PeopleDots } from "@/components/charts/people-dots";
import { Section } from "@/components/ui/section";
import { meansByZone } from "@/lib/data/cohort";
import { getTranslations } from "@/lib/i18n/server";
import { chartText } from "../../../chart-words";
import { metricOf } from "../metric";
import { HiddenGroups } from "./hidden-groups";
import type { ViewProps } from "./types";

export async function MeansView({ viewer, cohort, drawn, words, reader }: ViewProps) {
  const [found, t] = await Promise.all([meansByZone(viewer, cohort, drawn.x), getTranslations("cohort")]);
  if (found === null) return null;
  const metric = metricOf(drawn.x, reader);
  const title = t("means.title", { metric: metric.label });
  const scaled = (value: number | null) => (value === null ? null : metric.scale(value));
  const number = new Intl.NumberFormat(reader.locale, { maximumSignificantDigits: 4 });
  return (
    <Section id="view" title={title} lead={t("means.lead")}>
      <PeopleDots
        rows={found.zones.map(({ zone, people, mean, sd, low, high }) => ({
          id: zone,
          label: words.zone(zone),
          value: metric.scale(mean),
          low: scaled(low),
          high: scaled(high),
          valueText:
            low === null || high === null
              ? metric.text(mean)
              : t("means.value", { mean: metric.text(mean), low: metric.text(low), high: metric.text(high) }),
          note: low === null ? t("means.noInterval", { people: words.people(people) }) : words.people(people),
          more: [
            { text: words.people(people), value: people },
            { text: sd === null ? "–" : number.format(metric.scale(sd)), value: scaled(sd) },
          ],
        }))}
        unit={metric.unit}
        locale={reader.locale}
        columns={[t("means.zone"), t("means.mean"), t("means.low"), t("means.high")]}
        moreColumns={[t("means.people"), t("means.sd")]}
        empty={t("means.empty")}
        text={
          await chartText({
            title,
            hideTitle: true,
            description: t("means.description", { metric: metric.name }),
            fileName: `cohort-means-${metric.code}`,
            context: { label: t("filters.label"), value: words.filters },
          })
        }
      />
      <HiddenGroups names={found.hidden.map(words.zone)} />
    </Section>
  );
}
