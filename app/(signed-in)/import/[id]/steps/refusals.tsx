import { AnchorButton } from "@/components/ui/anchor-button";
import { DataTable } from "@/components/ui/data-table";
import { Section } from "@/components/ui/section";
import { type ImportDetail, listRefusals } from "@/lib/data/imports";
import type { Viewer } from "@/lib/data/viewer";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { problemWords } from "../../problem-words";

const page = 25;

/** The refused rows with row, column, value and reason, a page at a time, and all of them as a file. */
export async function Refusals({ viewer, found, after }: { viewer: Viewer; found: ImportDetail; after: number }) {
  if (found.refused === 0) return null;
  const [t, format, words, refusals] = await Promise.all([
    getTranslations("import.refusals"),
    getRegionalFormatter(),
    problemWords(),
    listRefusals(viewer, found.id, { after, limit: page }),
  ]);
  const last = refusals.at(-1)?.row ?? 0;
  return (
    <Section
      id="refused"
      title={t("title")}
      lead={`${t("lead")} ${t("kept")}`}
      actions={
        found.kind === "csv" && (
          <AnchorButton variant="secondary" href={`/import/${found.id}/refused.csv`}>
            {t("download")}
          </AnchorButton>
        )
      }
    >
      <DataTable
        caption={t("caption")}
        hideCaption
        columns={[
          { key: "row", label: t("row") },
          { key: "column", label: t("column") },
          { key: "value", label: t("value") },
          { key: "reason", label: t("reason"), wrap: true },
        ]}
        rows={refusals.flatMap(({ row, reasons }) =>
          reasons.map((reason, index) => ({
            id: `${row}-${index}`,
            cells: {
              row: t("rowNumber", { number: format.number(row) }),
              column: reason.column ?? t("whole"),
              value: reason.value === "" ? null : <span className="break-all">{reason.value.slice(0, 60)}</span>,
              reason: words(reason),
            },
          })),
        )}
      />
      {(after > 0 || refusals.length === page) && (
        <nav aria-label={t("title")} className="flex flex-wrap gap-2">
          {after > 0 && (
            <AnchorButton variant="secondary" href={`/import/${found.id}#refused`}>
              {t("first")}
            </AnchorButton>
          )}
          {refusals.length === page && (
            <AnchorButton variant="secondary" href={`/import/${found.id}?after=${last}#refused`}>
              {t("next")}
            </AnchorButton>
          )}
        </nav>
      )}
    </Section>
  );
}
