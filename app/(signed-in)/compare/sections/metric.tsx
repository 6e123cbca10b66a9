import { PeopleDots, type PersonDot } from "@/components/charts/people-dots";
import { PeopleTrends, type PersonTrend } from "@/components/charts/people-trends";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import type { ComparedColumn, Comparison, Visit } from "@/lib/data/compare";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { dictionary } from "@/lib/measurements/dictionary";
import type { NumberField } from "@/lib/measurements/field-schema";
import { labelOf, type Reader, valueText } from "@/lib/measurements/text";
import { displayUnit, toScale } from "@/lib/measurements/units";
import { chartText } from "../../../chart-words";
import { type CompareAddress, compareHref } from "../address";
import { columnNames, dateOf, isOfDates } from "../names";
import { type ComparedGroup, metricOf, sharedReference } from "../rows";
import { HiddenAddress } from "./hidden-address";

type Props = { comparison: Comparison; groups: readonly ComparedGroup[]; address: CompareAddress; reader: Reader };

export async function MetricSection({ comparison, groups, address, reader }: Props) {
  const t = await getTranslations("compare.metric");
  const { code, offered } = metricOf(groups, address.metric);
  const field = code === null ? undefined : dictionary.get(code);
  if (field?.kind !== "number") return null;
  return (
    <Section id="metric" title={t("title", { label: field.label[reader.locale] })} lead={t("lead")}>
      <form
        method="get"
        action={compareHref({ athletes: [], assessments: [] }, {}, "#metric")}
        className="no-print flex flex-wrap items-end gap-3"
      >
        <HiddenAddress address={{ ...address, metric: undefined }} />
        <Field id="metric-choice" label={t("choose")} className="min-w-0 max-w-full flex-1 sm:max-w-sm">
          {(control) => (
            <Select
              {...control}
              name="metric"
              defaultValue={field.code}
              options={offered.map((each) => ({ value: each, label: labelOf(each, reader.locale) }))}
            />
          )}
        </Field>
        <Button type="submit" variant="secondary">
          {t("apply")}
        </Button>
      </form>
      <div className="grid gap-8 desk:grid-cols-2">
        <MetricDots comparison={comparison} groups={groups} field={field} reader={reader} />
        <MetricTrends comparison={comparison} field={field} reader={reader} />
      </div>
    </Section>
  );
}

type PictureProps = { comparison: Comparison; field: NumberField; reader: Reader };

/** What both pictures draw: values in the reader's units, and the band of the reference where all share one. */
async function pictureOf({ comparison, field, reader }: PictureProps) {
  const [t, format] = await Promise.all([getTranslations("compare"), getRegionalFormatter()]);
  const scale = (value: number) => toScale(value, field, reader.preferences);
  const shared = sharedReference(comparison.columns, field.code);
  const label = shared && t(`band.${comparison.reference.kind}`, { team: comparison.reference.team?.name ?? "", people: shared.n });
  return {
    t,
    format,
    scale,
    names: columnNames(t, format, comparison),
    unit: displayUnit({ ...field, spread: true }, reader.preferences, reader.locale),
    band: shared && { low: scale(shared.p5), high: scale(shared.p95), median: scale(shared.p50), label: label ?? "" },
  };
}

async function MetricDots({ groups, ...props }: PictureProps & { groups: readonly ComparedGroup[] }) {
  const { comparison, field, reader } = props;
  const { t, names, scale, unit, band } = await pictureOf(props);
  const row = groups.flatMap(({ rows }) => rows).find(({ id }) => id === field.code);
  const verdictOf = (index: number): string | undefined => {
    const judgement = row?.cells[index]?.judgement;
    if (!judgement) return undefined;
    const unusual = [
      judgement.own === "unusual" ? t("verdict.own") : null,
      judgement.group === "unusual" ? t(`verdict.group.${comparison.reference.kind}`) : null,
    ].filter((words) => words !== null);
    if (unusual.length > 0) return unusual.join(" · ");
    return t(judgement.verdict === "unknown" ? "verdict.unknown" : "verdict.ordinary");
  };
  const rows = comparison.columns.map(({ id }, index): PersonDot => {
    const value = row?.cells[index]?.value ?? null;
    return {
      id,
      label: names[index] ?? "",
      value: value === null ? null : scale(value),
      low: null,
      high: null,
      valueText: value === null ? t("notMeasured") : valueText(field, value, reader),
      note: verdictOf(index),
    };
  });
  const label = field.label[reader.locale];
  return (
    <PeopleDots
      rows={rows}
      reference={band}
      unit={unit}
      locale={reader.locale}
      columns={[t("predictions.columns.who"), t("metric.value"), t("predictions.columns.low"), t("predictions.columns.high")]}
      empty={t("metric.empty")}
      text={
        await chartText({ title: t("metric.dots"), description: t("metric.dotsDescription", { label }), fileName: `compare-${field.code}` })
      }
    />
  );
}

async function MetricTrends(props: PictureProps) {
  const { comparison, field, reader } = props;
  const { t, format, names, scale, unit, band } = await pictureOf(props);
  const pointOf = (visit: Visit): PersonTrend["points"][number] => {
    const value = visit.values.get(field.code) ?? null;
    return {
      id: visit.assessmentId,
      date: visit.measuredAt.toISOString(),
      dateText: dateOf(format, visit),
      value: value === null ? null : scale(value),
      valueText: value === null ? t("notMeasured") : valueText(field, value, reader),
      href: `/assessments/${visit.assessmentId}`,
    };
  };
  const label = field.label[reader.locale];
  return (
    <PeopleTrends
      people={trendsOf(comparison, names).map(({ visits, ...person }) => ({ ...person, points: visits.map(pointOf) }))}
      band={band}
      unit={unit}
      locale={reader.locale}
      columns={[t("predictions.columns.who"), t("metric.date"), t("metric.value")]}
      empty={t("metric.empty")}
      text={
        await chartText({
          title: t("metric.trends"),
          description: t("metric.trendsDescription", { label }),
          fileName: `compare-${field.code}-trend`,
        })
      }
    />
  );
}

/** A line per person; of one person's dates, one line through all of them. */
function trendsOf(comparison: Comparison, names: readonly string[]): { id: string; label: string; visits: Visit[] }[] {
  const visitsOf = ({ earlier, assessment }: ComparedColumn): Visit[] => [...earlier, ...(assessment ? [assessment] : [])];
  const { columns } = comparison;
  const [first] = columns;
  if (!first || !isOfDates(comparison))
    return columns.map((column, index) => ({ id: column.id, label: names[index] ?? "", visits: visitsOf(column) }));
  const all = new Map(columns.flatMap(visitsOf).map((visit) => [visit.assessmentId, visit]));
  const visits = [...all.values()].toSorted((one, other) => one.measuredAt.getTime() - other.measuredAt.getTime());
  return [{ id: first.athlete.id, label: first.athlete.name, visits }];
}
