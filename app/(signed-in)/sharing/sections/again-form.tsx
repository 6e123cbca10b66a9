import { SubmitButton } from "@/components/ui/submit-button";
import type { FormerAccess } from "@/lib/data/shared-access";
import { getTranslations } from "@/lib/i18n/server";
import { resumeAccess } from "../actions";

/** Shares again as it was before. */
export async function AgainForm({ access: { teamId, teamName, scope } }: { access: FormerAccess }) {
  const t = await getTranslations("sharing.former");
  return (
    <form action={resumeAccess}>
      <input type="hidden" name="team" value={teamId} />
      <input type="hidden" name="scope" value={scope} />
      <SubmitButton variant="secondary" size="small" aria-label={t("againWith", { team: teamName, scope })}>
        {t("again", { scope })}
      </SubmitButton>
    </form>
  );
}
