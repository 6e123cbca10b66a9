import { getTranslations } from "@/lib/i18n/server";
import { Section } from "../ui/section";

export async function DataNote() {
  const t = await getTranslations("landing.data");
  return (
    <Section id="data" title={t("title")}>
      <div className="grid max-w-prose gap-2 text-muted">
        <p>{t("store")}</p>
        <p>{t("compute")}</p>
      </div>
      <a href="/privacy" className="prose-link flex min-h-11 w-fit items-center">
        {t("link")}
      </a>
    </Section>
  );
}
