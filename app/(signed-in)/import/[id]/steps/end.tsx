import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/link-button";
import type { ImportDetail } from "@/lib/data/imports";
import type { Viewer } from "@/lib/data/viewer";
import { getTranslations } from "@/lib/i18n/server";
import { Counts } from "./counts";
import { Refusals } from "./refusals";

const told = [
  "empty",
  "no_rows",
  "workbook",
  "not_text",
  "not_running",
  "watch_too_large",
  "too_wide",
  "too_many_lines",
  "no_header",
  "names_twice",
  "too_large",
  "not_permitted",
  "unexpected",
] as const;

/** What became of an import that has ended, and where to go on. */
export async function EndStep({ viewer, found, after }: { viewer: Viewer; found: ImportDetail; after: number }) {
  const t = await getTranslations("import");
  const failure = found.status === "failed" ? (told.find((code) => code === found.failure) ?? "unexpected") : null;
  return (
    <>
      {failure && (
        <Alert tone="error">
          <p>{t(`failures.${failure}`)}</p>
        </Alert>
      )}
      {found.done > 0 && <Counts found={found} addedLabel={t("status.done")} />}
      <div className="flex flex-wrap gap-2">
        {found.added > 0 && (
          <LinkButton href={found.team ? `/athletes?team=${found.team.id}` : "/assessments"}>
            {t(found.team ? "end.roster" : "end.history")}
          </LinkButton>
        )}
        <LinkButton variant={found.added > 0 ? "secondary" : "primary"} href={found.team ? `/import?team=${found.team.id}` : "/import"}>
          {t("end.again")}
        </LinkButton>
      </div>
      <Refusals viewer={viewer} found={found} after={after} />
    </>
  );
}
