import { type CompareCell, type CompareHead, type CompareRow, CompareTable } from "@/components/compare/compare-table";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import type { Comparison } from "@/lib/data/compare";
import { getRegionalFormatter, getTranslations, type Translator } from "@/lib/i18n/server";
import { detectableChange } from "@/lib/measurements/detectable-change";
import { fewestPeople } from "@/lib/measurements/judgement";
import { type Reader, valueText } from "@/lib/measurements/text";
import { groupLabels } from "@/lib/measurements/vocabulary";
import { columnNames, columnNote, isOfDates } from "../names";
import { type ComparedCell, type ComparedGroup, type ComparedRow, sharedReference } from "../rows";

type Props = { comparison: Comparison; groups: readonly ComparedGroup[]; reader: Reader };

export async function MeasuredSection({ comparison, groups, reader }: Props) {
  const [t, format] = await Promise.all([getTranslations("compare"), getRegionalFormatter()]);
  const dates = isOfDates(comparison);
  const names = columnNames(t, format, comparison);
  const heads = comparison.columns.map(
    (column, index): CompareHead => ({
      id: column.id,
      label: names[index] ?? "",
      note: columnNote(t, format, column, dates),
      href: column.assessment ? `/assessments/${column.assessment.assessmentId}` : undefined,
    }),
  );
  const rowOf = rowTexts(t, await getTranslations("common.side"), comparison, reader);
  return (
    <Section id="measured" title={t("measured.title")} lead={t("measured.lead", { people: fewestPeople })}>
      <div className="grid">
        {tablesOf(groups, reader, t("measured.deviations")).map(({ id, title, rows, open }) => (
          <Disclosure key={id} open={open} summary={t("measured.group", { group: title, count: rows.length })}>
            <CompareTable caption={title} corner={t("measured.corner")} heads={heads} rows={rows.map(rowOf)} />
          </Disclosure>
        ))}
      </div>
    </Section>
  );
}

type Table = { id: string; title: string; rows: readonly ComparedRow[]; open: boolean };

/** A table per group, and the step-to-step deviations, which nobody judges, in one of their own. What fills screens is folded; print opens all. */
function tablesOf(groups: readonly ComparedGroup[], reader: Reader, deviations: string): Table[] {
  const tables = groups.map(({ group, rows }) => ({
    id: group,
    title: groupLabels[group][reader.locale],
    rows: rows.filter(({ row }) => !row.deviation),
    open: group !== "clinical_test",
  }));
  const varying = groups.flatMap(({ rows }) => rows.filter(({ row }) => row.deviation));
  const last = { id: "deviations", title: deviations, rows: varying, open: false };
  return [...tables, last].filter(({ rows }) => rows.length > 0);
}

type Translate = Translator;
type Sides = Translator;

/** A row in words, for the table. */
function rowTexts(t: Translate, side: Sides, comparison: Comparison, reader: Reader): (row: ComparedRow) => CompareRow {
  const { columns, protocol, reference } = comparison;

  const differenceText = ({ row, difference }: ComparedRow): string | undefined => {
    if (!difference) return undefined;
    const apart = valueText(row.field, difference.size, reader, true);
    if (apart === valueText(row.field, 0, reader, true)) return t("difference.same");
    const noise = detectableChange(row.field.code, protocol);
    if (difference.beyond === null || noise === null) return t("difference.unknown", { apart });
    return t(difference.beyond ? "difference.beyond" : "difference.within", {
      apart,
      noise: valueText(row.field, noise.value, reader, true),
    });
  };

  const placeText = ({ percentile, people, value }: ComparedCell): string | undefined => {
    if (value === null) return undefined;
    if (percentile === null && people > 0 && reference.kind === "everyone") return t("place.everyone");
    if (percentile === null) return people === 0 ? undefined : t("place.few", { people });
    const share = Math.round(percentile);
    // Among everyone nothing is said beyond the 5th and the 95th.
    if (reference.kind !== "everyone" || (share > 5 && share < 95)) return t("place.higher", { share });
    return t(share <= 5 ? "place.lowest" : "place.highest");
  };

  const cellText = ({ row: { field, deviation } }: ComparedRow, cell: ComparedCell): CompareCell => {
    const { measured, value, judgement } = cell;
    if (!measured) return { text: t("notMeasured"), missing: true, sides: [], unusual: [] };
    const sides = (["left", "right"] as const).flatMap((name) => {
      const one = measured[name];
      return one === undefined ? [] : [t("side", { side: side(name), value: valueText(field, one, reader, deviation) })];
    });
    const single = measured.both ?? (sides.length === 0 ? (value ?? undefined) : undefined);
    return {
      text: single === undefined ? "" : valueText(field, single, reader, deviation),
      missing: false,
      sides,
      place: placeText(cell),
      unusual: [
        ...(judgement?.own === "unusual" ? [t("verdict.own")] : []),
        ...(judgement?.group === "unusual" ? [t(`verdict.group.${reference.kind}`)] : []),
      ],
      verdict:
        judgement && (judgement.verdict === "ordinary" || judgement.verdict === "unknown") ? t(`verdict.${judgement.verdict}`) : undefined,
    };
  };

  return (compared) => {
    const { field, deviation } = compared.row;
    const dots = compared.cells.flatMap(({ value }, index) => (value === null ? [] : [{ index, value }]));
    const band = sharedReference(columns, field.code);
    const name = field.label[reader.locale];
    return {
      id: compared.id,
      label: deviation ? t("deviation", { label: name }) : name,
      difference: differenceText(compared),
      within: compared.difference?.beyond === false,
      axis: dots.length > 1 ? { dots, band: band && { low: band.p5, high: band.p95 } } : undefined,
      cells: compared.cells.map((cell) => cellText(compared, cell)),
    };
  };
}
