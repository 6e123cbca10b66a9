import { AgeStrip } from "@/components/charts/age-strip";
import { Section } from "@/components/ui/section";
import type { AssessmentDetail } from "@/lib/data/assessments";
import { getTranslations } from "@/lib/i18n/server";
import { chartText } from "../../../../chart-words";
import { gaitAge } from "../../sentence";

export async function AgeSection({ detail }: { detail: AssessmentDetail }) {
  const span = gaitAge(detail);
  const age = detail.athlete.ageAtAssessment;
  if (!span || age === null) return null;
  const t = await getTranslations("result.age");
  const own = String(detail.own);
  const text = await chartText({
    title: t("title"),
    hideTitle: true,
    description: t("strip", { ...span, age, own }),
    fileName: "gait-age",
  });
  return (
    <Section id="gait-age" title={t("title")} lead={t("lead")}>
      <AgeStrip
        {...span}
        age={age}
        labels={{
          age: t("tick", { age, own }),
          ageRow: t("ageRow", { own }),
          intervalRow: t("intervalRow"),
          estimateRow: t("estimateRow"),
          interval: t("interval", span),
        }}
        columns={[t("what"), t("years")]}
        text={text}
      />
      <p className="max-w-prose text-muted">{t("note")}</p>
    </Section>
  );
}
