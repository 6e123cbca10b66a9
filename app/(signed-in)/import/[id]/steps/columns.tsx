import { latestToday } from "@/app/(signed-in)/athletes/answers";
import { ColumnsForm } from "@/components/import/columns-form";
import type { ColumnView } from "@/components/import/types";
import { type ImportDetail, sampleImport } from "@/lib/data/imports";
import type { Viewer } from "@/lib/data/viewer";
import { getTranslations } from "@/lib/i18n/server";
import { ImportMessages } from "../../import-messages";
import { lookAtRows } from "../actions";
import { targetGroups, targetUnits } from "../targets-view";

const samplesShown = 3;
const longestSample = 40;

/** What the file's columns mean, and what holds for all its rows. */
export async function ColumnsStep({ viewer, found }: { viewer: Viewer; found: ImportDetail }) {
  const { plan } = found;
  if (!plan) return null;
  const [t, groups, rows] = await Promise.all([getTranslations("import"), targetGroups(), sampleImport(viewer, found.id, 20)]);
  const samplesOf = (index: number) => {
    const texts = rows.flatMap(({ cells, problem }) => (problem ? [] : [cells[index]?.trim() ?? ""])).filter((text) => text !== "");
    return [...new Set(texts)]
      .slice(0, samplesShown)
      .map((text) => (text.length > longestSample ? `${text.slice(0, longestSample)}…` : text));
  };
  const columns: readonly ColumnView[] = plan.columns.map((column) => ({
    ...column,
    name: column.source || t("columns.unnamed", { number: column.index + 1 }),
    samples: samplesOf(column.index),
  }));
  const known = columns.filter(({ target }) => target !== null).length;
  return (
    <>
      {columns.length > 0 && <p className="max-w-prose text-muted">{t("columns.lead", { known, all: columns.length })}</p>}
      <ImportMessages>
        <ColumnsForm
          action={lookAtRows.bind(null, found.id)}
          columns={columns}
          groups={groups}
          units={await targetUnits(groups)}
          rules={plan.rules}
          team={found.team !== null}
          today={latestToday()}
          failed={t("upload.failed")}
        />
      </ImportMessages>
    </>
  );
}
