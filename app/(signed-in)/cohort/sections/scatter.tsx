import { Scatter } from "@/components/charts/scatter/scatter";
import { Section } from "@/components/ui/section";
import { type CohortScatter, cohortZones, leastForCorrelation, scatter } from "@/lib/data/cohort";
import { withGaps } from "@/lib/i18n/gaps";
import { getTranslations, type Translator } from "@/lib/i18n/server";
import { chartText } from "../../../chart-words";
import { type Metric, metricOf } from "../metric";
import type { ViewProps } from "./types";

export async function ScatterView({ viewer, cohort, choice, drawn, words, reader }: ViewProps) {
  const [found, t, common] = await Promise.all([
    scatter(viewer, cohort, drawn.x, drawn.y),
    getTranslations("cohort"),
    getTranslations("common"),
  ]);
  if (found === null) return null;
  const [x, y] = [metricOf(drawn.x, reader), metricOf(drawn.y, reader)];
  const title = t("scatter.title", { x: x.name, y: y.label });
  const everyone = cohort.scope.kind === "everyone";
  const groups =
    choice.colour === "zone"
      ? cohortZones.map((id) => ({ id, label: words.zone(id) }))
      : (["female", "male"] as const).map((id) => ({ id, label: common(`sex.${id}`) }));
  return (
    <Section id="view" title={title} lead={<Association found={found} x={x} y={y} words={words} reader={reader} />}>
      {everyone ? (
        <p className="text-muted">{t("everyone.noPoints")}</p>
      ) : (
        <>
          <Scatter
            points={{
              address: "/athletes/",
              rows: found.points.map((point) => [
                point.athleteId,
                x.scale(point.x),
                y.scale(point.y),
                groups.findIndex(({ id }) => id === (choice.colour === "zone" ? point.zone : point.sex)),
                point.name,
              ]),
            }}
            groups={groups}
            x={axisOf(x)}
            y={axisOf(y)}
            line={lineOf(found, x, y, t("scatter.line"))}
            locale={reader.locale}
            labels={scatterLabels(t)}
            columns={[t("scatter.person"), t(`by.${choice.colour}`)]}
            empty={t("scatter.empty")}
            text={
              await chartText({
                title,
                hideTitle: true,
                description: t("scatter.description", { x: x.name, y: y.name, count: found.points.length }),
                fileName: `cohort-${x.code}-${y.code}`,
                context: { label: t("filters.label"), value: words.filters },
              })
            }
          />
          {found.points.length < found.people && (
            <p className="text-muted text-sm">{t("sample", { shown: found.points.length, count: found.people })}</p>
          )}
        </>
      )}
      {found.people > 0 && !everyone && <p className="text-muted text-sm">{t("measuredBoth", { count: found.people })}</p>}
    </Section>
  );
}

type AssociationProps = { found: CohortScatter; x: Metric; y: Metric } & Pick<ViewProps, "words" | "reader">;

/** Whether the two go together in these people, in words: the interval first. */
async function Association({ found: { association, people }, x, y, words, reader }: AssociationProps) {
  const t = await getTranslations("cohort.scatter");
  if (association === null) return <>{t("few", { least: leastForCorrelation })}</>;
  const { r, interval } = association;
  const number = new Intl.NumberFormat(reader.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: "negative" });
  const inWords = (value: number) => number.format(value).replace("-", "−");
  const sentence = interval.low > 0 ? "together" : interval.high < 0 ? "apart" : "unclear";
  return (
    <>
      <span className="block text-ink">{t(sentence, { x: x.name, y: y.name })}</span>
      {t("interval", { low: inWords(interval.low), high: inWords(interval.high), r: inWords(r), people: words.people(people) })}
    </>
  );
}

const axisOf = ({ label, unit, decimals }: Metric) => ({ label, unit, decimals });

/** The line of least squares on the reader's axes; the units have no offset. */
function lineOf({ association, people }: CohortScatter, x: Metric, y: Metric, label: string) {
  const drawn = association?.line;
  if (!drawn || people === 0) return undefined;
  return { slope: (drawn.slope * y.scale(1)) / x.scale(1), intercept: y.scale(drawn.intercept), label };
}

function scatterLabels(t: Translator) {
  return {
    prompt: t("scatter.labels.prompt"),
    marks: withGaps(t, "scatter.labels.marks", "axis"),
    open: t("scatter.labels.open"),
    selected: withGaps(t, "scatter.labels.selected", "selected", "count"),
    shown: withGaps(t, "scatter.labels.shown", "selected", "count"),
    drag: t("scatter.labels.drag"),
    zoom: t("scatter.labels.zoom"),
    clear: t("scatter.labels.clear"),
    reset: t("scatter.labels.reset"),
    ranges: t("scatter.labels.ranges"),
    from: withGaps(t, "scatter.labels.from", "axis"),
    to: withGaps(t, "scatter.labels.to", "axis"),
    first: withGaps(t, "scatter.labels.first", "shown", "count"),
  };
}
