import { getTranslations } from "next-intl/server";
import { ContributionBars } from "@/components/charts/contribution-bars";
import { Section } from "@/components/ui/section";
import type { AssessmentDetail } from "@/lib/data/assessments";
import { chosen, type ModelPrediction, type PredictionReason } from "@/lib/inference";
import { dictionary } from "@/lib/measurements/dictionary";
import { labelOf, type Reader, valueText } from "@/lib/measurements/text";
import { chartText } from "../../../../chart-words";
import { leadingClass } from "../../injury-words";

type Props = { detail: AssessmentDetail; reader: Reader };

const shown = 5;

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
  if (prediction.outcome.kind !== "regression") return null;
  const { unit } = prediction.outcome;
  const rows = await barRows(prediction.reasons, unit, reader, (effect) => t("years", { effect: Math.round(effect) }));
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
  const rows = await barRows(prediction.reasons, leading.name, reader, (effect) => t("shares", { effect: Math.round(effect * 100) }));
  const name = common.has(`zone.${leading.name}`) ? common(`zone.${leading.name}`) : leading.name;
  return (
    <div className="grid content-start gap-3">
      <ContributionBars
        rows={rows}
        labels={{ negative: t("less"), positive: t("more") }}
        columns={[t("columns.what"), t("columns.effect")]}
        text={await chartText({ title: t("injuryPicture"), description: t("description"), fileName: t("fileInjury") })}
      />
      <p className="text-muted text-sm">{t("injury", { name })}</p>
    </div>
  );
}

async function barRows(reasons: readonly PredictionReason[], effectOf: string, reader: Reader, text: (effect: number) => string) {
  const [t, common] = await Promise.all([getTranslations("result.reasons"), getTranslations("common")]);
  const effect = (reason: PredictionReason) => reason.effects[effectOf] ?? 0;
  const label = (reason: PredictionReason) => {
    const name = reason.code === "body_size" ? common("bodySize") : labelOf(reason.code, reader.locale);
    if (reason.value === null) return name;
    const measured = dictionary.get(reason.code);
    const value = valueText(measured, reason.value, reader);
    return reason.typical === null
      ? t("lineBare", { label: name, value })
      : t("line", { label: name, value, typical: valueText(measured, reason.typical, reader) });
  };
  return reasons
    .toSorted((one, other) => Math.abs(effect(other)) - Math.abs(effect(one)))
    .slice(0, shown)
    .map((reason) => ({ id: reason.code, label: label(reason), value: effect(reason), valueText: text(effect(reason)) }));
}
