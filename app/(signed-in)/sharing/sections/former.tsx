import { Section } from "@/components/ui/section";
import type { FormerAccess } from "@/lib/data/shared-access";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { AgainForm } from "./again-form";

/** The teams that saw the record once, each with the way back; nothing where there are none. */
export async function FormerSection({ former }: { former: readonly FormerAccess[] }) {
  const [t, format] = await Promise.all([getTranslations("sharing.former"), getRegionalFormatter()]);
  if (former.length === 0) return null;
  const day = (date: Date) => format.dateTime(date, { dateStyle: "long", timeZone: "UTC" });
  return (
    <Section id="former" title={t("title")} lead={t("lead")}>
      <ul className="grid max-w-prose">
        {former.map((access) => (
          <li key={access.teamId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b py-3 first:border-t">
            <div className="grid min-w-0 gap-1">
              <h3 className="break-words font-medium">{access.teamName}</h3>
              <p className="text-muted text-sm">{t("line", { since: day(access.since), until: day(access.until), scope: access.scope })}</p>
            </div>
            <AgainForm access={access} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
