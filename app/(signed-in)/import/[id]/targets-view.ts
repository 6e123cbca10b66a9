import type { TargetGroup, TargetUnits } from "@/components/import/types";
import { factTargets, measuredField, targetsOfField, unitsFor } from "@/lib/exchange";
import { getLocale, getTranslations } from "@/lib/i18n/server";
import { parseColumn } from "@/lib/measurements/columns";
import { fieldsOf } from "@/lib/measurements/dictionary";
import type { Field } from "@/lib/measurements/field-schema";
import { displayUnit, metricPreferences } from "@/lib/measurements/units";
import { groupLabels, groupSchema, localeSchema } from "@/lib/measurements/vocabulary";

/** What a column may mean in words: facts first, then the dictionary's groups. */
export async function targetGroups(): Promise<readonly TargetGroup[]> {
  const [t, words, locale] = [
    await getTranslations("import"),
    await getTranslations("assessment.side"),
    localeSchema.parse(await getLocale()),
  ];
  const labelOf = (field: Field, target: string): string => {
    const label = field.label[locale];
    const column = parseColumn(target);
    if (column === null) return t("columns.coded", { test: label });
    const sided = column.side === "both" ? label : `${label}, ${words(column.side).toLocaleLowerCase(locale)}`;
    return column.deviation ? t("columns.deviation", { field: sided }) : sided;
  };
  const facts = factTargets.map((fact) => ({ value: fact, label: t(`facts.${fact}`) }));
  const measured = groupSchema.options.map((group) => ({
    label: groupLabels[group][locale],
    options: fieldsOf({ group })
      .filter(({ keptIn }) => keptIn === "measurement")
      .flatMap((field) => targetsOfField(field.code).map((value) => ({ value, label: labelOf(field, value) }))),
  }));
  return [{ label: t("columns.facts"), options: facts }, ...measured.filter(({ options }) => options.length > 0)];
}

/** The units of measured targets that are numbers. */
export async function targetUnits(groups: readonly TargetGroup[]): Promise<TargetUnits> {
  const locale = localeSchema.parse(await getLocale());
  return Object.fromEntries(
    groups.flatMap(({ options }) =>
      options.flatMap(({ value }) => {
        const measured = measuredField(value);
        if (measured?.field.kind !== "number" || measured.field.unit === null) return [];
        const { field, deviation } = measured;
        const ours = displayUnit({ ...field, spread: deviation }, { ...metricPreferences }, locale);
        return [[value, { ours: field.quantity === null ? ours : (field.unit ?? ours), others: unitsFor(field, deviation) }]];
      }),
    ),
  );
}
