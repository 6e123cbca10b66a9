import { ConfirmDialog } from "@/components/ui/dialog";
import { Section } from "@/components/ui/section";
import type { MergeView } from "@/lib/data/merges";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { undoRecordMerge } from "../merge/actions";

/** What has become part of this record, each with the way back. */
export async function MergesSection({ merges, athleteId }: { merges: readonly MergeView[]; athleteId: string }) {
  const [t, common, format] = await Promise.all([
    getTranslations("athletes.merge.done"),
    getTranslations("common"),
    getRegionalFormatter(),
  ]);
  if (merges.length === 0) return null;
  return (
    <Section id="merges" title={t("title")}>
      <ul className="grid max-w-prose gap-4">
        {merges.map((merge) => (
          <li key={merge.id} className="grid gap-2">
            <p>
              {t("text", {
                assessments: merge.assessments,
                name: merge.sourceName,
                date: format.dateTime(merge.mergedAt, { dateStyle: "long", timeZone: "UTC" }),
                by: merge.mergedBy ?? t("gone"),
              })}
            </p>
            <span className="no-print">
              <ConfirmDialog
                trigger={t("undo")}
                triggerSize="small"
                title={t("undoTitle")}
                description={t("undoText", { name: merge.sourceName })}
                action={undoRecordMerge}
                fields={{ merge: merge.id, athlete: athleteId }}
                confirmLabel={t("undoConfirm")}
                cancelLabel={common("cancel")}
                danger={false}
              />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
