import { Alert } from "@/components/ui/alert";
import { Section } from "@/components/ui/section";
import type { AssessmentDetail } from "@/lib/data/assessments";
import { getTranslations } from "@/lib/i18n/server";
import { chosen, exceededRange, type OutsideRange } from "@/lib/inference";
import { dictionary } from "@/lib/measurements/dictionary";
import { labelOf, type Reader, valueText } from "@/lib/measurements/text";

type Props = { detail: AssessmentDetail; reader: Reader };

const redFlags = ["rest", "joint", "numb", "calf", "urine"] as const;

export async function CautionSection({ detail, reader }: Props) {
  const t = await getTranslations("result.cautions");
  const own = String(detail.own);
  const outside = worstPerField(
    [chosen(detail.predictions, "age"), chosen(detail.predictions, "injury")].flatMap((entry) => entry?.outside ?? []),
  );
  return (
    <Section id="cautions" title={t("title")}>
      <div className="grid gap-4 desk:grid-cols-2">
        <div className="grid content-start gap-4">
          {outside.map((entry) => {
            const measured = dictionary.get(entry.code);
            const spread = entry.deviation || entry.transform === "difference";
            const text = (value: number) => valueText(measured, value, reader, spread);
            const name = labelOf(entry.code, reader.locale);
            const label =
              entry.transform === "difference"
                ? t("difference", { label: name })
                : entry.deviation
                  ? t("deviation", { label: name })
                  : name;
            const { degree, low, high } = exceededRange(entry);
            return (
              <Alert key={entry.code} tone="caution">
                {t(degree, {
                  label,
                  value: text(entry.value),
                  low: text(low),
                  high: text(high),
                  own,
                })}
              </Alert>
            );
          })}
          <Alert tone="info">
            <p>{t(fastLooksInjured(detail) ? "setSpeed" : "speed")}</p>
            <p>{t("device")}</p>
          </Alert>
        </div>
        <Alert tone="caution" title={t("redTitle", { own })}>
          <ul className="list-disc ps-5">
            {redFlags.map((flag) => (
              <li key={flag}>{t(`red.${flag}`)}</li>
            ))}
          </ul>
        </Alert>
      </div>
    </Section>
  );
}

/** A field may enter a model several ways (mean, lower, difference): it is said once, at its worst. */
function worstPerField(outside: readonly OutsideRange[]): OutsideRange[] {
  const worst = new Map<string, OutsideRange>();
  for (const entry of outside) {
    const known = worst.get(entry.code);
    if (!known || (known.degree === "unusual" && entry.degree === "unseen")) worst.set(entry.code, entry);
  }
  return [...worst.values()];
}

/** Whether a speed above the usual makes this person look more like the injured: it needs other words than being slow. */
function fastLooksInjured(detail: AssessmentDetail): boolean {
  const reason = chosen(detail.predictions, "injury")?.reasons.find(({ code }) => code === "speed");
  if (typeof reason?.value !== "number" || typeof reason.typical !== "number") return false;
  return reason.value > reason.typical && (reason.effects.injured ?? 0) > 0;
}
