import { Section } from "@/components/ui/section";
import { getTranslations } from "@/lib/i18n/server";

const kept = [
  "account",
  "person",
  "assessment",
  "answers",
  "corrections",
  "consents",
  "trail",
  "sessions",
  "preferences",
  "attempts",
] as const;

/** Everything the database holds of a person, each with its reason. */
export async function Kept() {
  const t = await getTranslations("privacy.kept");
  return (
    <Section id="kept" title={t("title")}>
      <dl className="border-t">
        {kept.map((item) => (
          <div key={item} className="grid gap-1 border-b py-3 sm:grid-cols-2 sm:gap-8">
            <dt>{t(`${item}.what`)}</dt>
            <dd className="text-muted">{t(`${item}.why`)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
