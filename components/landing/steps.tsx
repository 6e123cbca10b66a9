import { getTranslations } from "@/lib/i18n/server";
import { Section } from "../ui/section";

const steps = ["record", "answer", "keep"] as const;

export async function Steps() {
  const t = await getTranslations("landing.how");
  return (
    <Section id="how" title={t("title")} className="content-start">
      <ol className="grid gap-6">
        {steps.map((step, index) => (
          <li key={step} className="grid content-start gap-2 border-t pt-4">
            <h3>
              <span className="pe-3 text-accent">{index + 1}</span>
              {t(`${step}.title`)}
            </h3>
            <p className="max-w-prose text-muted">{t(`${step}.text`)}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
