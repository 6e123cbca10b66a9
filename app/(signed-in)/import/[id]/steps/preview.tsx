import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ImportDetail } from "@/lib/data/imports";
import type { Viewer } from "@/lib/data/viewer";
import { getTranslations } from "@/lib/i18n/server";
import { writeRows } from "../actions";
import { Counts } from "./counts";
import { Refusals } from "./refusals";

/** What would be written, before it is. */
export async function PreviewStep({ viewer, found, after }: { viewer: Viewer; found: ImportDetail; after: number }) {
  const t = await getTranslations("import.preview");
  const { preview } = found;
  return (
    <>
      <Counts found={found} addedLabel={t("added")} />
      <div className="grid max-w-prose gap-2">
        {found.team && found.added > 0 && <p>{t("newPeople", { count: preview?.newPeople ?? 0 })}</p>}
        {preview && preview.testsLeftOut > 0 && <p>{t("testsLeftOut", { count: preview.testsLeftOut })}</p>}
      </div>
      <div className="flex flex-wrap gap-2">
        {found.added > 0 && (
          <form action={writeRows}>
            <input type="hidden" name="import" value={found.id} />
            <SubmitButton size="large">{t("start", { count: found.added })}</SubmitButton>
          </form>
        )}
        <LinkButton variant="secondary" size="large" href={`/import/${found.id}?step=columns`}>
          {t("back")}
        </LinkButton>
      </div>
      <Refusals viewer={viewer} found={found} after={after} />
    </>
  );
}
