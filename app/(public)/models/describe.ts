import type { Card, Feature } from "@/lib/inference";
import { dictionary } from "@/lib/measurements/dictionary";
import { displayUnit, metricPreferences } from "@/lib/measurements/units";
import type { Locale } from "@/lib/measurements/vocabulary";

/** A card's contents in words of the reader's language. Everything the pages say of a model comes through here. */

export type Translate = (key: string, values?: Record<string, string | number>) => string;

/** One or two sentences: how far off the model is on people it had not seen. `t` speaks `models.sure`. */
export function sureness(card: Card, t: Translate, locale: Locale): string[] {
  if (card.output.kind === "classification") return [separation(card, t), ...grouping(card, t)];
  const coverage = t("age", { level: hundred(card.output.interval.level), years: Math.round(card.uncertainty) });
  const error = card.metrics.find(({ key }) => key === "mae");
  if (!error || error.baseline === null) return [coverage];
  const oneDecimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return [coverage, t("ageError", { error: oneDecimal.format(error.value), baseline: oneDecimal.format(error.baseline) })];
}

/**
 * The area under the ROC curve is how often the model orders one injured and one uninjured person rightly. Where the card
 * also has it for people measured in later years, the span covers both.
 */
function separation(card: Card, t: Translate): string {
  const area = 1 - card.uncertainty;
  const areas = card.metrics.filter(({ key, value }) => key === "auc_time_split" || Math.abs(value - area) < 0.001);
  const low = hundred(Math.min(area, ...areas.map((metric) => metric.low)));
  const high = hundred(Math.max(area, ...areas.map((metric) => metric.high)));
  return low < high ? t("injuryBetween", { low, high }) : t("injury", { times: low });
}

/** How often a model of several groups names the right one, each group weighing the same. */
function grouping(card: Card, t: Translate): string[] {
  const right = card.metrics.find(({ key }) => key === "balanced_accuracy");
  if (card.output.kind !== "classification" || !right || right.baseline === null) return [];
  const { low, high, baseline } = right;
  return [t("groups", { count: card.output.classes.length, low: hundred(low), high: hundred(high), baseline: hundred(baseline) })];
}

/** A class of an injury model in words; a class the product has no word for keeps its own. `common` speaks `common`. */
export function classLabel(name: string, common: Translate & { has: (key: string) => boolean }): string {
  return common.has(`zone.${name}`) ? common(`zone.${name}`) : name;
}

export function hundred(share: number): number {
  return Math.round(share * 100);
}

/** What the model cannot do without and what it also uses where it is measured, in short and each named once. */
export function inputNames(card: Card, locale: Locale): { needed: string; optional: string | null } {
  const namesOf = (features: readonly Feature[]) => [...new Set(features.map(({ code }) => shortLabel(code, locale)))];
  const needed = namesOf(card.features.filter(({ required }) => required));
  const optional = namesOf(card.features.filter(({ required }) => !required)).filter((name) => !needed.includes(name));
  return { needed: listed(needed, locale), optional: optional.length === 0 ? null : listed(optional, locale) };
}

function labelOf(code: string, locale: Locale): string {
  return dictionary.get(code)?.label[locale] ?? code;
}

/** "Vertical force, first peak" and "Vertical force, second peak" are both "vertical force". */
function shortLabel(code: string, locale: Locale): string {
  const [short = code] = labelOf(code, locale).split(",");
  return short.charAt(0).toLocaleLowerCase(locale) + short.slice(1);
}

const listLocales = { en: "en-GB", es: "es" } as const;

/** "sex, height and speed" */
function listed(names: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(listLocales[locale], { type: "conjunction" }).format(names);
}

export type InputRow = {
  id: string;
  name: string;
  unit: string;
  use: string;
  typical: string | null;
  range: string | null;
  needed: boolean;
};

/** The model's features in its order. `t` speaks `models.card`. */
export function inputRows(card: Card, t: Translate, locale: Locale): InputRow[] {
  return card.features.map((feature) => {
    const label = labelOf(feature.code, locale);
    const number = numberFormat(feature, locale);
    const category = feature.transform === "is";
    return {
      id: [feature.code, feature.deviation, feature.transform, feature.category].join(" "),
      name: feature.deviation ? t("inputs.deviation", { label }) : label,
      unit: displayUnit({ unit: feature.unit, quantity: null, decimals: 0 }, metricPreferences, locale),
      use: t(`transform.${feature.transform}`, { category: categoryLabel(feature, locale) }),
      typical: category ? null : number.format(feature.median),
      range: category ? null : `${number.format(feature.p05)} – ${number.format(feature.p95)}`,
      needed: feature.required,
    };
  });
}

function categoryLabel({ code, category = "" }: Feature, locale: Locale): string {
  const field = dictionary.get(code);
  const label = field?.kind === "enum" ? field.valueLabels[category]?.[locale] : undefined;
  return (label ?? category).toLocaleLowerCase(locale);
}

/** A difference between sides or a step-to-step deviation is smaller than the value it belongs to. */
function numberFormat({ code, transform, deviation }: Feature, locale: Locale): Intl.NumberFormat {
  const field = dictionary.get(code);
  const decimals = field?.kind === "number" ? field.decimals : 2;
  const most = transform === "difference" || deviation ? decimals + 1 : decimals;
  return new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: most });
}
