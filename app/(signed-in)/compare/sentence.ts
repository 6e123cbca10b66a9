import type { Comparison } from "@/lib/data/compare";
import type { getRegionalFormatter, Translator } from "@/lib/i18n/server";
import { columnNames, dateOf, isOfDates } from "./names";
import { type ComparedGroup, type Counts, countsOf } from "./rows";

type Format = Awaited<ReturnType<typeof getRegionalFormatter>>;
type Translate = Translator;

/** The one sentence of a comparison, and what it leaves to say. */
export function comparedSentence(
  t: Translate,
  format: Format,
  comparison: Comparison,
  groups: readonly ComparedGroup[],
): { title: string; lead: string | undefined } {
  const counts = countsOf(groups);
  const outcome = outcomeOf(counts);
  const kind = comparison.reference.kind;
  const lead = [
    counts.judged > 0 && counts.unknown > 0 ? t("lead.unknown", { count: counts.unknown }) : null,
    counts.own > 0 ? t("lead.own", { count: counts.own }) : null,
    counts.group > 0 ? t(`lead.group.${kind}`, { count: counts.group }) : null,
  ];
  const words = { beyond: counts.beyond, judged: counts.judged, ...spanOf(t, format, comparison) };
  const title = isOfDates(comparison) ? t(`sentence.dates.${outcome}`, words) : t(`sentence.people.${outcome}`, words);
  return { title, lead: lead.filter((part) => part !== null).join(" ") || undefined };
}

function outcomeOf({ judged, beyond, unknown }: Counts): "some" | "none" | "unknown" | "nothing" {
  if (judged > 0) return beyond > 0 ? "some" : "none";
  return unknown > 0 ? "unknown" : "nothing";
}

function spanOf(t: Translate, format: Format, comparison: Comparison): { names: string; first: string; last: string } {
  const visits = comparison.columns.flatMap(({ assessment }) => assessment ?? []);
  const [first, last] = [visits[0], visits.at(-1)];
  return {
    names: format.list(columnNames(t, format, comparison)),
    first: first ? dateOf(format, first) : "",
    last: last ? dateOf(format, last) : "",
  };
}
