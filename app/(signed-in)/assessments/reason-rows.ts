import { getTranslations } from "@/lib/i18n/server";
import { leadingClass, type ModelPrediction, type PredictionReason } from "@/lib/inference";
import { dictionary } from "@/lib/measurements/dictionary";
import { labelOf, type Reader, valueText } from "@/lib/measurements/text";
import { ofHundred } from "./injury-words";
import { wholeYears } from "./sentence";

const shown = 5;

export type ReasonRow = { id: string; label: string; value: number; valueText: string; note?: string };

/** What moved a gait age most, in words; null where the answer is none. */
export async function ageReasonRows({ outcome, reasons }: ModelPrediction, reader: Reader): Promise<ReasonRow[] | null> {
  if (outcome.kind !== "regression") return null;
  const t = await getTranslations("result.reasons");
  return reasonRows(reasons, outcome.unit, reader, {
    size: (effect) => Math.round(effect),
    text: (signed, count) => t("years", { signed, count }),
    ifTypical: (effect, typical) => {
      const span = wholeYears({ ...outcome, value: outcome.value - effect, lower: outcome.lower - effect, upper: outcome.upper - effect });
      return t("ifTypicalAge", { typical, ...span });
    },
  });
}

/** What moved the share of the class that an injury picture speaks of first; null where it speaks of none. */
export async function injuryReasonRows({ outcome, reasons }: ModelPrediction, reader: Reader): Promise<ReasonRow[] | null> {
  const leading = outcome.kind === "classification" ? leadingClass(outcome) : undefined;
  if (!leading) return null;
  const t = await getTranslations("result.reasons");
  return reasonRows(reasons, leading.name, reader, {
    size: ofHundred,
    text: (signed) => t("shares", { signed }),
    ifTypical: (effect, typical) => t("ifTypicalShare", { typical, share: ofHundred(leading.share - effect) }),
  });
}

/** How a kind of answer words an effect: its size in whole units, with its sign, and what the answer would be at the typical value. */
type EffectWords = {
  size: (effect: number) => number;
  text: (signed: string, count: number) => string;
  ifTypical: (effect: number, typical: string) => string;
};

async function reasonRows(
  reasons: readonly PredictionReason[],
  effectOf: string,
  reader: Reader,
  words: EffectWords,
): Promise<ReasonRow[]> {
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
