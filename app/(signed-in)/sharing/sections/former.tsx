import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormerAccess } from "@/lib/data/shared-access";
import { getRegionalFormatter } from "@/lib/i18n/format";
import { resumeAccess } from "../actions";

/** The teams that see the record no more, each with the way back. */
export async function FormerSection({ former }: { former: readonly FormerAccess[] }) {
  const [t, sharing, format] = await Promise.all([getTranslations("sharing.former"), getTranslations("sharing"), getRegionalFormatter()]);
  if (former.length === 0) return null;
  const day = (date: Date) => format.dateTime(date, { dateStyle: "long" });
  return (
    <Section id="former" title={t("title")}>
      <ul className="grid max-w-prose">
        {former.map(({ teamId, teamName: team, scope, since, until }) => (
          <li key={teamId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b py-3 first:border-t">
            <div className="grid gap-0.5">
              <p className="font-medium">{team}</p>
              <p className="text-muted text-sm">{t("times", { scope: sharing(`scope.${scope}`), since: day(since), until: day(until) })}</p>
            </div>
            <form action={resumeAccess}>
              <input type="hidden" name="team" value={teamId} />
              <input type="hidden" name="scope" value="view" />
              <SubmitButton variant="secondary" size="small" aria-label={t("againWith", { team })}>
                {t("again")}
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
