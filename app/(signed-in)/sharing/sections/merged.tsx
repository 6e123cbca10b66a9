import { ConfirmDialog } from "@/components/ui/dialog";
import { Section } from "@/components/ui/section";
import { listMerges, type MergeView } from "@/lib/data/merges";
import type { Viewer } from "@/lib/data/viewer";
import { getLocale, getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { giveBackRecord } from "./actions";

/** The records that became part of the viewer's own, each with the way back; nothing where there are none. */
export async function MergedSection({ viewer }: { viewer: Viewer }) {
  if (!viewer.athleteId) return null;
  const [t, merges] = await Promise.all([getTranslations("athletes.claimed"), listMerges(viewer, viewer.athleteId)]);
  if (merges.length === 0) return null;
  return (
    <Section id="merged" title={t("title")} lead={t("lead")}>
      <ul className="grid max-w-prose gap-4">
        {merges.map((merge) => (
          <Merged key={merge.id} merge={merge} />
        ))}
      </ul>
    </Section>
  );
}

async function Merged({ merge }: { merge: MergeView }) {
  const [t, common, format, locale] = await Promise.all([
    getTranslations("athletes.claimed"),
    getTranslations("common"),
    getRegionalFormatter(),
    getLocale(),
  ]);
  const names = merge.teams.map(({ name }) => name);
  const teams = names.length > 0 ? new Intl.ListFormat(locale, { type: "conjunction" }).format(names) : t("unknown");
  return (
    <li className="grid gap-2">
      <p>
        {t("text", {
          assessments: merge.assessments,
          teams,
          name: merge.sourceName,
          date: format.dateTime(merge.mergedAt, { dateStyle: "long", timeZone: "UTC" }),
        })}
      </p>
      <span>
        <ConfirmDialog
          trigger={t("undo")}
          triggerSize="small"
          title={t("undoTitle")}
          description={t("undoText", { teams })}
          action={giveBackRecord}
          fields={{ merge: merge.id }}
          confirmLabel={t("undoConfirm")}
          cancelLabel={common("cancel")}
          danger={false}
        />
      </span>
    </li>
  );
}
