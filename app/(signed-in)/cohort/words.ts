import { type Cohort, type CohortFilters, type CohortZone, cohortZones } from "@/lib/data/cohort";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { ageBands } from "@/lib/measurements/age-bands";
import type { Reader } from "@/lib/measurements/text";
import { metricOf } from "./metric";

/** The words in which a cohort is spoken of. */
export type CohortWords = {
  zone: (zone: CohortZone) => string;
  ages: (key: string) => string;
  /** A zone, a sex or an age band by its key. */
  group: (by: "zone" | "sex" | "age", key: string) => string;
  scope: string;
  /** "Club Ribera · knee and hip · women · 30–49 years · walking" */
  filters: string;
  /** "34 people"; of everyone "at least 30 people". */
  people: (count: number) => string;
};

export async function cohortWords(
  { scope, filters }: Cohort,
  teams: readonly { id: string; name: string }[],
  reader: Reader,
): Promise<CohortWords> {
  const [t, common, format] = await Promise.all([getTranslations("cohort"), getTranslations("common"), getRegionalFormatter()]);
  const zone = (each: CohortZone) => (each === "none" ? t("zoneNone") : common(`zone.${each}`));
  const span = (from: number, to: number | null) => (to === null ? t("oldest", { from }) : t("ages", { from, to }));
  const ages = (key: string) => {
    const band = ageBands.find((each) => each.key === key);
    return band ? span(band.from, band.to) : key;
  };
  const scopeName =
    scope.kind === "team"
      ? (teams.find(({ id }) => id === scope.teamId)?.name ?? "")
      : t(`scope.${scope.kind === "teams" ? "all" : "everyone"}`);
  const day = (date: string) => format.dateTime(new Date(`${date}T12:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });
  const weight = metricOf("weight_kg", reader);
  const parts = [
    scopeName,
    filters.zones.length > 0 &&
      format.list(
        filters.zones.map((each) => (each === "none" ? t("filters.none") : zone(each).toLocaleLowerCase(reader.locale))),
        { type: "conjunction" },
      ),
    filters.sex && t(`filters.${filters.sex}`),
    filters.ageBands.length > 0 &&
      t("filters.years", {
        ages: format.list(
          neighbours(filters.ageBands).map(({ from, to }) => span(from, to)),
          { type: "conjunction" },
        ),
      }),
    boundsText(filters.weight, weight.text, (key, values) => t(`filters.${key}`, values)),
    t(`filters.${filters.protocol}`),
    boundsText(filters.dates, day, (key, values) => t(`filters.${dateWords[key]}`, values)),
  ];
  return {
    zone,
    ages,
    group: (by, key) =>
      by === "sex" ? common(`sex.${key}`) : by === "age" ? ages(key) : zone(cohortZones.find((each) => each === key) ?? "none"),
    scope: scopeName,
    filters: parts.filter(Boolean).join("\u00a0· "),
    people: (count) => t(scope.kind === "everyone" ? "peopleAtLeast" : "people", { count }),
  };
}

const dateWords = { range: "range", atLeast: "since", atMost: "until" } as const;

function boundsText<Value extends string | number>(
  { from, to }: { from: Value | null; to: Value | null },
  inWords: (value: Value) => string,
  say: (key: keyof typeof dateWords, values: { from: string; to: string }) => string,
): string | null {
  if (from === null && to === null) return null;
  const values = { from: from === null ? "" : inWords(from), to: to === null ? "" : inWords(to) };
  return say(from === null ? "atMost" : to === null ? "atLeast" : "range", values);
}

/** Age bands as few spans: neighbours are one. */
export function neighbours(keys: CohortFilters["ageBands"]): { from: number; to: number | null }[] {
  const spans: { from: number; to: number | null }[] = [];
  for (const { key, from, to } of ageBands) {
    if (!keys.includes(key)) continue;
    const last = spans.at(-1);
    if (last && last.to !== null && last.to + 1 === from) last.to = to;
    else spans.push({ from, to });
  }
  return spans;
}
