import { Alert } from "@/components/ui/alert";
import { DataTable, type DataTableColumn } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import type { AssessmentDetail } from "@/lib/data/assessments";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import type { Reader } from "@/lib/measurements/text";
import { groupLabels } from "@/lib/measurements/vocabulary";
import { type MeasuredRow, measuredRows } from "../../measured-rows";
import { measuredWords } from "../../measured-words";
import { Conditions } from "./conditions";

/** A longer group is folded, so that a phone is not scrolled for ever; print opens all. */
const mostOpen = 6;

type Props = { detail: AssessmentDetail; reader: Reader };

export async function MeasuredSection({ detail, reader }: Props) {
  const [t, format] = await Promise.all([getTranslations("result.measured"), getRegionalFormatter()]);
  const groups = measuredRows(detail.measurements, detail.protocol);
  const corrected = detail.corrections[0];
  const { recordedBy } = detail;
  const recorded = recordedBy ? (recordedBy.self ? t("bySelf") : t("byOther", { name: recordedBy.name })) : t("byGone");
  return (
    <Section id="measured" title={t("title")}>
      {detail.unreadable > 0 && <Alert tone="caution">{t("unreadable", { count: detail.unreadable })}</Alert>}
      <Conditions detail={detail} reader={reader} />
      <div className="grid">
        {groups.map(({ group, rows }) => (
          <Disclosure
            key={group}
            open={rows.length <= mostOpen}
            summary={t("group", { group: groupLabels[group][reader.locale], count: rows.length })}
          >
            <MeasuredTable title={groupLabels[group][reader.locale]} rows={rows} reader={reader} />
          </Disclosure>
        ))}
      </div>
      <p className="text-muted text-sm">
        {recorded}
        {corrected &&
          ` · ${t(corrected.by === null ? "corrected" : "correctedBy", {
            count: detail.corrections.length,
            name: corrected.by ?? "",
            date: format.dateTime(corrected.replacedAt, { dateStyle: "long", timeZone: detail.timeZone }),
          })}`}
      </p>
    </Section>
  );
}

async function MeasuredTable({ title, rows, reader }: { title: string; rows: readonly MeasuredRow[]; reader: Reader }) {
  const t = await getTranslations("result.measured");
  const sided = rows.some((row) => row.left !== undefined || row.right !== undefined);
  const single = rows.some((row) => row.both !== undefined);
  const columns: DataTableColumn[] = [
    { key: "what", label: t("columns.what") },
    ...(single ? [{ key: "both", label: t("columns.both"), align: "end" as const }] : []),
    ...(sided
      ? [
          { key: "left", label: t("columns.left"), align: "end" as const },
          { key: "right", label: t("columns.right"), align: "end" as const },
          { key: "difference", label: t("columns.difference"), align: "end" as const },
        ]
      : []),
  ];
  const { label, text, difference } = await measuredWords(reader);
  return (
    <DataTable
      caption={title}
      hideCaption
      dense
      columns={columns}
      rows={rows.map((row) => ({
        id: `${row.field.code}${row.deviation ? "_sd" : ""}`,
        cells: {
          what: label(row),
          both: text(row, row.both),
          left: text(row, row.left),
          right: text(row, row.right),
          difference: difference(row),
        },
      }))}
    />
  );
}
