import type { Need } from "@/components/assessment/types";
import type { Card, Feature } from "@/lib/inference";
import { type Column, columnName, sidesOf } from "@/lib/measurements/columns";
import { dictionary } from "@/lib/measurements/dictionary";
import type { Locale } from "@/lib/measurements/vocabulary";

type Way = readonly string[];

/** Fields that follow from others (lib/measurements/derived): the sets of fields that give them. */
const derivedFrom: Readonly<Record<string, readonly (readonly string[])[]>> = {
  bmi: [["height_cm", "weight_kg"]],
  speed: [["treadmill_speed"]],
  stride_length: [["speed", "step_rate"]],
  step_length: [["stride_length"]],
  contact_ratio: [["contact_time", "swing_time"]],
};

/** Known of the person without asking. */
const known = new Set(["age_years", "sex"]);

/** What a model needs of the form, each with the columns that give it. */
export function needsOf(card: Pick<Card, "features">, locale: Locale): Need[] {
  const needs = new Map<string, Need>();
  for (const feature of card.features) {
    const field = dictionary.get(feature.code);
    if (!feature.required || field === undefined || known.has(feature.code)) continue;
    const inputs = feature.code === "bmi" ? ["height_cm", "weight_kg"] : [feature.code];
    for (const code of inputs) {
      const label = dictionary.get(code)?.label[locale] ?? code;
      const key = `${code} ${feature.deviation} ${feature.transform === "difference"}`;
      needs.set(key, { label, group: field.group, ways: waysOf({ ...feature, code }) });
    }
  }
  return [...needs.values()];
}

function waysOf(feature: Pick<Feature, "code" | "deviation" | "transform">): Way[] {
  const all = waysTo(feature.code, feature.deviation);
  const bySide = all.filter((way) => way.some((column) => column.endsWith("_left")));
  return feature.transform === "difference" ? bySide : all;
}

function waysTo(code: string, deviation: boolean): Way[] {
  const field = dictionary.get(code);
  if (field === undefined) return [];
  const columns = sidesOf(field).map((side): Column => ({ code, side, deviation }));
  const one = columns.filter(({ side }) => side === "both").map((column) => [columnName(column)]);
  const sides = columns.filter(({ side }) => side !== "both").map(columnName);
  const own = [...one, ...(sides.length > 0 ? [sides] : [])];
  if (deviation) return own;
  return [...own, ...(derivedFrom[code] ?? []).flatMap((sources) => combine(sources.map((source) => waysTo(source, false))))];
}

/** One way of each source, in every combination. */
function combine(choices: readonly Way[][]): Way[] {
  return choices.reduce<Way[]>((combined, ways) => combined.flatMap((sofar) => ways.map((way) => [...sofar, ...way])), [[]]);
}
