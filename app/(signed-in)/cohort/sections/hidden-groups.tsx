import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";

/** Says which groups hold too few people to be shown; nothing where there are none. */
export async function HiddenGroups({ names }: { names: readonly string[] }) {
  const [t, format] = await Promise.all([getTranslations("cohort.everyone"), getRegionalFormatter()]);
  if (names.length === 0) return null;
  return <p className="text-muted text-sm">{t("hidden", { groups: format.list([...names], { type: "conjunction" }) })}</p>;
}
