import type { Cell } from "@/components/charts/types";
import { NormsTable } from "@/components/cohort/norms-table";
import { Section } from "@/components/ui/section";
import { leastOfGroup } from "@/lib/data/cohort";
import type { Quantiles } from "@/lib/data/reference";
import { getTranslations } from "@/lib/i18n/server";
import type { PublishedNorm } from "@/lib/measurements/norms";
import { Sources } from "./sources";
import type { NormRow, NormSectionProps } from "./types";

/** The people here beside what has been published, a row for each norm of their sex and age. */
export async function PublishedSection({ rows, metric, words, reader }: NormSectionProps) {
  const t = await getTranslations("cohort.normsPage");
  const norms = rows.flatMap(({ published }) => published);
  if (norms.length === 0)
    return (
      <Section id="published" title={t("published")}>
        <p className="text-muted">{t("none")}</p>
      </Section>
    );
  const format = new Intl.NumberFormat(reader.locale, {
    minimumFractionDigits: metric.decimals,
    maximumFractionDigits: metric.decimals,
    signDisplay: "negative",
  });
  const number = (value: number | null | undefined): Cell =>
    value === null || value === undefined
      ? { text: t("unknown"), value: null }
      : { text: format.format(metric.scale(value)), value: metric.scale(value) };
  const count = (value: number | null | undefined): Cell =>
    value === null || value === undefined ? { text: t("unknown"), value: null } : { text: String(value), value };
  const lines = rows.flatMap((row): Line[] =>
    (row.published.length > 0 ? row.published : row.here ? [null] : []).map((norm) => ({ ...row, norm })),
  );
  const dois = [...new Set(norms.map(({ source }) => source.doi))];
  const columns: { label: string; cell: (line: Line) => Cell }[] = [
    { label: t("group"), cell: ({ name }) => name },
    { label: t("people"), cell: ({ here }) => count(here?.n) },
    { label: t("p5"), cell: ({ here }) => number(here?.p5) },
    { label: t("p25"), cell: ({ here }) => number(quartered(here)?.p25) },
    { label: t("median"), cell: ({ here }) => number(here?.p50) },
    { label: t("p75"), cell: ({ here }) => number(quartered(here)?.p75) },
    { label: t("p95"), cell: ({ here }) => number(here?.p95) },
    { label: t("publishedMean"), cell: ({ norm }) => number(norm?.mean) },
    { label: t("publishedSd"), cell: ({ norm }) => number(norm?.sd) },
    { label: t("publishedPeople"), cell: ({ norm }) => count(norm?.n) },
    { label: t("publishedAges"), cell: ({ norm }) => (norm ? t("span", norm.band) : t("unknown")) },
    ...(dois.length > 1 ? [{ label: t("source"), cell: ({ norm }: Line) => norm?.source.doi ?? t("unknown") }] : []),
  ];
  const filled = columns.filter(({ cell }) => lines.some((line) => !isEmpty(cell(line))));
  return (
    <Section id="published" title={t("published")} lead={t("publishedLead")}>
      <NormsTable
        caption={metric.unit === "" ? metric.label : `${metric.label}, ${metric.unit}`}
        table={{
          columns: filled.map(({ label }) => label),
          rows: lines.map((line) => ({
            id: `${line.name} ${line.norm?.band.from ?? ""} ${line.norm?.source.doi ?? ""}`,
            cells: filled.map(({ cell }) => cell(line)),
          })),
        }}
        context={{ label: t("contextWithSource"), value: [words.filters, ...dois.map((doi) => `doi ${doi}`)].join(" · ") }}
        fileName={`norms-${metric.code}-published`}
        downloadLabel={t("csv")}
      />
      <Sources norms={norms} reader={reader} />
    </Section>
  );
}

type Line = NormRow & { norm: PublishedNorm | null };

/** Quarters of fewer than five people are none. */
const quartered = (here: Quantiles | null): Quantiles | null => (here !== null && here.n >= leastOfGroup ? here : null);

const isEmpty = (cell: Cell): boolean => typeof cell !== "string" && cell.value === null;
