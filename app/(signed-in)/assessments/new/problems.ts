import "server-only";
import { columnsOf } from "@/components/assessment/columns";
import { problemOfEntry } from "@/components/assessment/problem-text";
import type { FormProblem, NumberView } from "@/components/assessment/types";
import { getLocale, getTranslations } from "@/lib/i18n/server";
import { conditionFields } from "@/lib/measurements/conditions";
import type { UnitPreferences } from "@/lib/measurements/unit-preferences";
import { localeSchema, type Protocol } from "@/lib/measurements/vocabulary";
import type { FormIssue } from "./form-data";
import { formFields } from "./form-fields";

/** The issues of a form in words, each with the name of its field. */
export async function problemsInWords(
  issues: readonly FormIssue[],
  { protocol, preferences }: { protocol: Protocol; preferences: UnitPreferences },
): Promise<FormProblem[]> {
  const [t, common, tag] = await Promise.all([getTranslations("assessment"), getTranslations("common.side"), getLocale()]);
  const locale = localeSchema.parse(tag);
  const fields = formFields({ locale, preferences, between: (low, high) => t("between", { low, high }) });
  const conditions = new Map<string, string>(conditionFields(locale).map(({ name, label }) => [name, label]));
  const places = new Map(fields.flatMap((field) => columnsOf(field).map((place) => [place.column, { ...place, field }] as const)));

  const labelOf = (name: string): string => {
    const place = places.get(name);
    if (!place) return conditions.get(name) ?? t(`labels.${name === "notes" ? "notes" : "measuredAt"}`);
    const label = place.deviation ? t("deviationOf", { label: place.field.label }) : place.field.label;
    return place.side === "one" ? label : `${label}, ${common(place.side).toLocaleLowerCase(locale)}`;
  };
  const textOf = (issue: FormIssue): string => {
    if (issue.kind === "fact") return t(`errors.${issue.problem}`);
    const { reason, value, other } = issue.error;
    const place = places.get(issue.field);
    if (reason === "excluded") return t("errors.excluded", { other: labelOf(other ?? "") });
    if (reason === "both_and_sides") return t("errors.bothAndSides");
    if (place?.field.kind !== "number") return t("errors.choose");
    const field: NumberView = place.field;
    const entry = { field, deviation: place.deviation, protocol, preferences };
    return problemOfEntry(String(value), entry, (problem, words) => t(`errors.${problem}`, words)) ?? t("errors.notANumber", { range: "" });
  };
  return issues.map((issue) => ({ field: issue.field, label: labelOf(issue.field), text: textOf(issue) }));
}
