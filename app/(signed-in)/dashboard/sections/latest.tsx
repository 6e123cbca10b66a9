import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { AssessmentSummary } from "@/lib/data/assessments";
import { getRegionalFormatter, getTranslations } from "@/lib/i18n/server";
import { summarySentences } from "../../assessments/sentence";

type Props = { assessment: AssessmentSummary; name?: string };

/** `name` is whose result it is where that is not the reader. */
export async function LatestSection({ assessment, name }: Props) {
  const [t, result, common, format] = await Promise.all([
    getTranslations("dashboard.latest"),
    getTranslations("result"),
    getTranslations("common"),
    getRegionalFormatter(),
  ]);
  const date = format.dateTime(assessment.measuredAt, { dateStyle: "long", timeZone: assessment.timeZone });
  return (
    <Section id="latest" title={t("title")}>
      <Card className="grid gap-3">
        <p className="text-muted text-sm">{result("kicker", { protocol: common(`protocol.${assessment.protocol}`), date })}</p>
        {summarySentences(result, assessment, name).map((sentence) => (
          <p key={sentence} className="max-w-prose">
            {sentence}
          </p>
        ))}
        <LinkButton variant="secondary" className="w-fit" href={`/assessments/${assessment.id}`}>
          {t("open")}
        </LinkButton>
      </Card>
    </Section>
  );
}
