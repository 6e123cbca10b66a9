import { ContributionBars } from "@/components/charts/contribution-bars";
import { Section } from "@/components/ui/section";
import type { AssessmentDetail } from "@/lib/data/assessments";
import { getTranslations } from "@/lib/i18n/server";
import { chosen, leadingClass, type ModelPrediction } from "@/lib/inference";
import type { Reader } from "@/lib/measurements/text";
import { chartText } from "../../../../chart-words";
import { ageReasonRows, injuryReasonRows } from "../../reason-rows";

type Props = { detail: Pick<AssessmentDetail, "predictions">; reader: Reader };

export async function ReasonSection({ detail, reader }: Props) {
  const age = chosen(detail.predictions, "age");
  const injury = chosen(detail.predictions, "injury");
  if (!age && !injury) return null;
  const t = await getTranslations("result.reasons");
  return (
    <Section id="reasons" title={t("title")}>
      <div className="grid gap-8 desk:grid-cols-2">
        {age && <AgeReasons prediction={age} reader={reader} />}
        {injury && <InjuryReasons prediction={injury} reader={reader} />}
      </div>
    </Section>
  );
}

async function AgeReasons({ prediction, reader }: { prediction: ModelPrediction; reader: Reader }) {
  const t = await getTranslations("result.reasons");
  const rows = await ageReasonRows(prediction, reader);
  if (!rows) return null;
  return (
    <div className="grid content-start gap-3">
      <ContributionBars
        rows={rows}
        labels={{ negative: t("younger"), positive: t("older") }}
        columns={[t("columns.what"), t("columns.effect")]}
        text={await chartText({ title: t("agePicture"), description: t("description"), fileName: t("fileAge") })}
      />
      <p className="text-muted text-sm">
        {t("age")} {prediction.additive ? t("exact") : t("approximate")}
      </p>
    </div>
  );
}

async function InjuryReasons({ prediction, reader }: { prediction: ModelPrediction; reader: Reader }) {
  const [t, common] = await Promise.all([getTranslations("result.reasons"), getTranslations("common")]);
  if (prediction.outcome.kind !== "classification") return null;
  const leading = leadingClass(prediction.outcome);
  if (!leading) return null;
  const name = common.has(`zone.${leading.name}`) ? common(`zone.${leading.name}`) : leading.name;
  const rows = await injuryReasonRows(prediction, reader);
  if (!rows) return null;
  return (
    <div className="grid content-start gap-3">
      <ContributionBars
        rows={rows}
        labels={{ negative: t("less", { name }), positive: t("more", { name }) }}
        columns={[t("columns.what"), t("columns.effect")]}
        text={await chartText({ title: t("injuryPicture"), description: t("description"), fileName: t("fileInjury") })}
      />
      <p className="text-muted text-sm">{t("injury", { name })}</p>
    </div>
  );
}
