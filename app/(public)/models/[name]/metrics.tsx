import { MetricIntervals } from "@/components/charts/metric-intervals";
import { Disclosure } from "@/components/ui/disclosure";
import type { Locale } from "@/lib/i18n/locales";
import { getTranslations } from "@/lib/i18n/server";
import type { Card } from "@/lib/inference";

/** The card puts the figures that matter most first. */
const foremost = 5;

type Metric = Card["metrics"][number];

/** Every figure of the card with its interval, beside what would be got without the model. */
export async function Metrics({ card, locale }: { card: Card; locale: Locale }) {
  const [t, chart] = await Promise.all([getTranslations("models.card"), getTranslations("common.chart")]);
  if (card.metrics.length === 0) return null;
  const others = card.metrics.slice(foremost);
  const picture = (metrics: readonly Metric[], title: string, fileName: string) => (
    <MetricIntervals
      locale={locale}
      baselineLabel={t("metrics.baseline")}
      columns={[t("sure.metric"), t("sure.value"), t("sure.from"), t("sure.to"), t("sure.baseline")]}
      rows={metrics.map((metric) => ({
        id: metric.key,
        label: metric.label[locale],
        value: metric.value,
        low: metric.low,
        high: metric.high,
        baseline: baselineOf(metric),
        valueText: t("metrics.value", figures(metric, locale)),
        baselineText: baselineText(metric, locale),
      }))}
      text={{
        title,
        hideTitle: true,
        description: t("metrics.description", { count: metrics.length }),
        tableLabel: chart("table"),
        downloadLabel: chart("download"),
        imageLabel: { svg: chart("svg"), png: chart("png"), failed: chart("imageFailed") },
        fileName: `${card.name}-${fileName}`,
      }}
    />
  );
  return (
    <div className="grid gap-4">
      <p className="max-w-prose text-muted">{t("metrics.lead")}</p>
      <div className="grid max-w-prose gap-4">
        {picture(card.metrics.slice(0, foremost), t("metrics.title"), "metrics")}
        {others.length > 0 && <Disclosure summary={t("metrics.others")}>{picture(others, t("metrics.others"), "more-metrics")}</Disclosure>}
      </div>
    </div>
  );
}

/** A coverage has no figure without the model: what stands on the card is the share it promises, which its name says. */
function baselineOf({ key, baseline }: Metric): number | null {
  return key.startsWith("coverage") ? null : baseline;
}

function baselineText(metric: Metric, locale: Locale): string | null {
  const baseline = baselineOf(metric);
  return baseline === null ? null : figure(baseline, metric, locale);
}

function figures(metric: Metric, locale: Locale): { value: string; low: string; high: string } {
  const { value, low, high } = metric;
  return { value: figure(value, metric, locale), low: figure(low, metric, locale), high: figure(high, metric, locale) };
}

/** As many decimals as the interval can tell apart. */
function figure(value: number, { low, high, unit }: Metric, locale: Locale): string {
  const width = Math.abs(high - low);
  const decimals = width === 0 ? 2 : Math.min(3, Math.max(unit === null ? 2 : 1, Math.ceil(-Math.log10(width))));
  return new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);
}
