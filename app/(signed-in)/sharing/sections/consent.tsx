import { Section } from "@/components/ui/section";
import { getTranslations } from "@/lib/i18n/server";

const points = ["view", "record", "past", "notes", "never", "withdraw", "after"] as const;

/** The text that a yes to a team is a yes to. */
export async function ConsentText() {
  const t = await getTranslations("sharing.consent");
  return (
    <ul className="grid max-w-prose list-disc gap-2 ps-5">
      {points.map((point) => (
        <li key={point}>{t(point)}</li>
      ))}
    </ul>
  );
}

export async function ConsentSection() {
  const t = await getTranslations("sharing.consent");
  return (
    <Section id="consent" title={t("title")}>
      <ConsentText />
    </Section>
  );
}
