import type { ImportDetail } from "@/lib/data/imports";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";

/** How many rows were added, were there, were refused. */
export async function Counts({ found, addedLabel }: { found: ImportDetail; addedLabel: string }) {
  const [t, format] = await Promise.all([getTranslations("import.preview"), getRegionalFormatter()]);
  const counts = [
    { label: addedLabel, count: found.added },
    { label: t("alreadyThere"), count: found.alreadyThere, hint: t("alreadyThereHint") },
    { label: t("refused"), count: found.refused },
  ];
  return (
    <dl className="grid max-w-prose gap-x-8 gap-y-3 sm:grid-cols-3">
      {counts.map(({ label, count, hint }) => (
        <div key={label} className="grid content-start max-sm:grid-cols-[1fr_auto]">
          <dt className="text-muted">{label}</dt>
          <dd className="font-semibold text-xl max-sm:text-base">{format.number(count)}</dd>
          {hint && count > 0 && <dd className="text-muted text-sm max-sm:col-span-full">{hint}</dd>}
        </div>
      ))}
    </dl>
  );
}
