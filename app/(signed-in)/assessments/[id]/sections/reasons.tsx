import { getTranslations } from "next-intl/server";
import { ContributionBars } from "@/components/charts/contribution-bars";
import { Section } from "@/components/ui/section";
import type { AssessmentDetail } from "@/lib/data/assessments";
import { chosen, leadingClass, type ModelPrediction, type PredictionReason } from "@/lib/inference";
import { dictionary } from "@/lib/measurements/dictionary";
import { labelOf, type Reader, valueText } from "@/lib/measurements/text";
import { chartText } from "../../../../chart-words";
import { ofHundred } from "../../injury-words";
import { wholeYears } from "../../sentence";

type Props = { detail: Pick<AssessmentDetail, "predictions">; reader: Reader };

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
  const { outcome } = prediction;
  if (outcome.kind !== "regression") return null;
  const rows = await barRows(prediction.reasons, outcome.unit, reader, {
    size: (effect) => Math.round(effect),
    text: (signed, count) => t("years", { signed, count }),
    ifTypical: (effect, typical) => {
      const span = wholeYears({ ...outcome, value: outcome.value - effect, lower: outcome.lower - effect, upper: outcome.upper - effect });
      return t("ifTypicalAge", { typical, ...span });
    },
  });
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
  const rows = await barRows(prediction.reasons, leading.name, reader, {
    size: ofHundred,
    text: (signed) => t("shares", { signed }),
    ifTypical: (effect, typical) => t("ifTypicalShare", { typical, share: ofHundred(leading.share - effect) }),
  });
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

/** How a kind of answer words an effect: its size in whole units, with its sign, and what the answer would be at the typical value. */
type EffectWords = {
  size: (effect: number) => number;
  text: (signed: string, count: number) => string;
  ifTypical: (effect: number, typical: string) => string;
};

async function barRows(reasons: readonly PredictionReason[], effectOf: string, reader: Reader, words: EffectWords) {
  const [t, common] = await Promise.all([getTranslations("result.reasons"), getTranslations("common")]);
  const effect = (reason: PredictionReason) => reason.effects[effectOf] ?? 0;
  const valueOfReason = (reason: PredictionReason, value: number | string) => valueText(dictionary.get(reason.code), value, reader);
  const label = (reason: PredictionReason) => {
    const name = reason.code === "body_size" ? common("bodySize") : labelOf(reason.code, reader.locale);
    if (reason.value === null) return name;
    const value = valueOfReason(reason, reason.value);
    return reason.typical === null
      ? t("lineBare", { label: name, value })
      : t("line", { label: name, value, typical: valueOfReason(reason, reason.typical) });
  };
  const effectText = (reason: PredictionReason) => {
    const size = words.size(effect(reason));
    return size === 0 ? t("none") : words.text(`${size > 0 ? "+" : "−"}${Math.abs(size)}`, Math.abs(size));
  };
  return reasons
    .toSorted((one, other) => Math.abs(effect(other)) - Math.abs(effect(one)))
    .slice(0, shown)
    .map((reason) => ({
      id: reason.code,
      label: label(reason),
      value: effect(reason),
      valueText: effectText(reason),
      // Speed is what a person can change at will: what if they had?
      note:
        reason.code === "speed" && reason.typical !== null
          ? words.ifTypical(effect(reason), valueOfReason(reason, reason.typical))
          : undefined,
    }));
}
