import type { ComparedColumn, Comparison } from "@/lib/data/compare";
import type { getRegionalFormatter, Translator } from "@/lib/i18n/server";

type Format = Awaited<ReturnType<typeof getRegionalFormatter>>;
type Translate = Translator;

/** True where one person's dates are compared, and not people. */
export const isOfDates = ({ columns }: Pick<Comparison, "columns">): boolean =>
  columns.some(({ id, assessment }) => id === assessment?.assessmentId);

export const dateOf = (format: Format, visit: { measuredAt: Date; timeZone: string }): string =>
  format.dateTime(visit.measuredAt, { dateStyle: "medium", timeZone: visit.timeZone });

/** What each column is called: the date, or the person's name, told apart by the age where two have the same name. */
export function columnNames(t: Translate, format: Format, comparison: Pick<Comparison, "columns">): string[] {
  const { columns } = comparison;
  const plain = isOfDates(comparison)
    ? columns.map(({ assessment }) => (assessment ? dateOf(format, assessment) : t("notMeasured")))
    : columns.map(({ athlete }) => athlete.name);
  return plain.map((name, index) => {
    const same = plain.filter((other) => other === name).length > 1;
    return same ? t("sameName", { name, number: plain.slice(0, index + 1).filter((other) => other === name).length }) : name;
  });
}

/** The column's second line: the date, or the sex and age the values belong to. */
export function columnNote(t: Translate, format: Format, column: ComparedColumn, dates: boolean): string {
  const { assessment, athlete } = column;
  if (!assessment) return t("noAssessment");
  const age = assessment.ageAtAssessment;
  if (dates) return age === null ? "" : t("age", { age });
  const date = dateOf(format, assessment);
  return age === null ? date : t("who", { sex: athlete.sex, age, date });
}
