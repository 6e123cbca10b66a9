import { getTranslations } from "@/lib/i18n/server";
import { Card } from "../ui/card";
import { Section } from "../ui/section";

export async function Audiences() {
  const t = await getTranslations("landing.who");
  return (
    <Section id="who" title={t("title")}>
      <div className="grid grid-cols-1 gap-4 desk:grid-cols-2">
        {(["person", "professional"] as const).map((audience) => (
          <Card key={audience} className="grid content-start gap-2">
            <h3>{t(`${audience}.title`)}</h3>
            <p className="max-w-prose text-muted">{t(`${audience}.text`)}</p>
          </Card>
        ))}
      </div>
    </Section>
  );
}
