import { TrendChart, type TrendEvent, type TrendPoint } from "@/components/charts/trend-chart";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import type { AssessmentSummary } from "@/lib/data/assessments";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { dictionary } from "@/lib/measurements/dictionary";
import { labelOf, type Reader, valueText } from "@/lib/measurements/text";
import { displayUnit, toScale } from "@/lib/measurements/units";
import { protocolSchema } from "@/lib/measurements/vocabulary";
import { chartText } from "../../../chart-words";
import { gaitAge } from "../../assessments/sentence";
import type { TrendChoice } from "../choice";
import { metricSeries, ownBand } from "../series";

type Props = { assessments: readonly AssessmentSummary[]; choice: TrendChoice; reader: Reader };
/** The page that shows it: the choice goes into its address. */
type Place = { path: string; of?: "self" | "other"; events?: readonly TrendEvent[] };

export async function TrendSection({ assessments, choice, reader, path, of = "self", events }: Props & Place) {
  const t = await getTranslations("dashboard.trend");
  const followed = assessments.filter(({ protocol }) => protocol === choice.protocol);
  return (
    <Section id="trend" title={t("title")} lead={followed.length > 1 ? t("lead", { of }) : t("one", { of })}>
      <ChoiceForm assessments={assessments} choice={choice} reader={reader} path={path} />
      <div className="grid gap-8 desk:grid-cols-2">
        <AgeTrend assessments={followed} choice={choice} reader={reader} events={events} />
        {choice.metrics.map((code) => (
          <MetricTrend key={code} code={code} assessments={followed} reader={reader} of={of} />
        ))}
      </div>
    </Section>
  );
}

async function ChoiceForm({ assessments, choice, reader, path }: Props & Pick<Place, "path">) {
  const [t, common] = await Promise.all([getTranslations("dashboard.trend"), getTranslations("common.protocol")]);
  const protocols = protocolSchema.options.filter((each) => assessments.some(({ protocol }) => protocol === each));
  return (
    <div className="no-print grid gap-2">
      {protocols.length > 1 && (
        <nav aria-label={t("protocol")} className="flex gap-2">
          {protocols.map((each) => (
            <a
              key={each}
              href={`${path}?protocol=${each}#trend`}
              aria-current={each === choice.protocol ? "true" : undefined}
              className="flex min-h-11 items-center border-transparent border-b-2 px-2 text-muted aria-[current]:border-accent aria-[current]:text-ink"
            >
              {common(each)}
            </a>
          ))}
        </nav>
      )}
      <Disclosure quiet summary={t("choose")}>
        <form method="get" action={`${path}#trend`} className="grid gap-2">
          <input type="hidden" name="protocol" value={choice.protocol} />
          <div className="grid gap-x-6 sm:grid-cols-2 desk:grid-cols-3">
            {choice.offered.map((code) => (
              <Checkbox
                key={code}
                id={`metric-${code}`}
                name="metric"
                value={code}
                label={labelOf(code, reader.locale)}
                defaultChecked={choice.metrics.includes(code)}
              />
            ))}
          </div>
          <Button type="submit" variant="secondary" className="w-fit">
            {t("apply")}
          </Button>
        </form>
      </Disclosure>
    </div>
  );
}

async function AgeTrend({ assessments, choice, reader, events }: Props & Pick<Place, "events">) {
  const [t, common, format] = await Promise.all([
    getTranslations("dashboard.trend"),
    getTranslations("common.protocol"),
    getRegionalFormatter(),
  ]);
  const points = assessments.toReversed().flatMap((assessment): TrendPoint[] => {
    const span = gaitAge(assessment);
    if (!span) return [];
    return [
      {
        id: assessment.id,
        date: assessment.measuredAt.toISOString(),
        dateText: format.dateTime(assessment.measuredAt, { dateStyle: "medium", timeZone: assessment.timeZone }),
        value: span.estimate,
        valueText: t("yearsValue", span),
        low: span.lower,
        high: span.upper,
        href: `/assessments/${assessment.id}`,
      },
    ];
  });
  const last = points.at(-1);
  if (!last) return null;
  const title = t("age", { protocol: common(choice.protocol).toLocaleLowerCase(reader.locale) });
  return (
    <TrendChart
      points={points}
      unit={t("years")}
      locale={reader.locale}
      columns={[t("date"), t("value")]}
      events={events}
      eventColumn={t("event")}
      text={await chartText({ title, description: t("ageDescription", { value: last.valueText }), fileName: "gait-age-trend" })}
    />
  );
}

async function MetricTrend({ code, assessments, reader, of }: Omit<Props, "choice"> & { code: string; of: "self" | "other" }) {
  const [t, side, format] = await Promise.all([getTranslations("dashboard.trend"), getTranslations("common.side"), getRegionalFormatter()]);
  const field = dictionary.get(code);
  const series = metricSeries(assessments, code);
  const last = series.at(-1);
  if (!last || field?.kind !== "number") return null;
  const band = ownBand(series);
  const scale = (value: number) => toScale(value, field, reader.preferences);
  const points = series.map(
    (point): TrendPoint => ({
      id: `${point.assessment.id}-${point.side ?? "both"}`,
      date: point.assessment.measuredAt.toISOString(),
      dateText: format.dateTime(point.assessment.measuredAt, { dateStyle: "medium", timeZone: point.assessment.timeZone }),
      value: scale(point.value),
      // In the unit of the axis: a pace stands there as its speed.
      valueText: valueText(field, point.value, reader, true),
      side: point.side ?? undefined,
      href: `/assessments/${point.assessment.id}`,
    }),
  );
  const title = labelOf(code, reader.locale);
  return (
    <TrendChart
      points={points}
      ownBand={band ? { low: scale(band.low), high: scale(band.high), label: t("band", { of }) } : undefined}
      sideLabels={{ left: side("left"), right: side("right") }}
      unit={displayUnit({ ...field, spread: true }, reader.preferences, reader.locale)}
      locale={reader.locale}
      columns={[t("date"), t("value")]}
      sideColumn={t("side")}
      text={
        await chartText({
          title,
          description: t("metricDescription", { label: title, value: valueText(field, last.value, reader, true) }),
          fileName: code,
        })
      }
    />
  );
}
