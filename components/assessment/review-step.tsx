"use client";

import { useLocale, useTranslations } from "next-intl";
import { regionOf } from "@/lib/i18n/region";
import { Button } from "../ui/button";
import { FieldError } from "../ui/messages";
import { useForm } from "./form-context";
import { type ReviewLine, reviewLines } from "./review";
import type { FormPlan, FormValues, Step } from "./types";

type Fact = { name: string; label: string; text: string };

/** Everything that will be stored, by step, with the way back to each. */
export function ReviewStep({ plan, values, open }: { plan: FormPlan; values: FormValues; open: (step: Step) => void }) {
  const t = useTranslations("assessment");
  const locale = useLocale();
  const { errors } = useForm();
  const lines = reviewLines(plan.fields, values);
  const choice = (name: keyof FormPlan["choices"]): Fact[] => {
    const { label, options } = plan.choices[name];
    const chosen = options.find(({ value }) => value === values[name]);
    return chosen ? [{ name, label, text: chosen.label }] : [];
  };
  const typed = (name: string, label: string, show = (text: string) => text): Fact[] =>
    values[name]?.trim() ? [{ name, label, text: show(values[name].trim()) }] : [];
  const moment = (text: string) =>
    Number.isNaN(Date.parse(text))
      ? text
      : new Intl.DateTimeFormat(regionOf(locale), { dateStyle: "medium", timeStyle: "short" }).format(new Date(text));
  const day = (text: string) =>
    Number.isNaN(Date.parse(text))
      ? text
      : new Intl.DateTimeFormat(regionOf(locale), { dateStyle: "medium", timeZone: "UTC" }).format(new Date(text));
  const about = [
    ...choice("protocol"),
    ...choice("reason"),
    ...typed("measuredAt", t("about.measuredAt"), moment),
    ...choice("footwear"),
    ...choice("surface"),
    ...typed("inclinePercent", t("about.incline"), (text) => `${text} %`),
    ...choice("device"),
  ];
  const complaint = [
    ...typed("pain", t("complaint.pain")),
    ...typed("painSince", t("complaint.painSince"), day),
    ...choice("injuryRegion"),
    ...choice("injuryLocation"),
    ...choice("injurySide"),
    ...typed("notes", t("complaint.notes")),
  ];
  const measured = (step: Step): Fact[] =>
    (lines.get(step) ?? []).map((line) => ({ name: line.column, label: labelOf(line, t), text: textOf(line, t) }));
  const parts: { step: Step; facts: Fact[] }[] = [
    { step: "about", facts: about },
    { step: "body", facts: measured("body") },
    { step: "gait", facts: measured("gait") },
    { step: "tests", facts: measured("tests") },
    { step: "complaint", facts: complaint },
  ];
  return (
    <div className="grid gap-6 noscript:hidden">
      {parts.map(({ step, facts }) => (
        <section key={step} aria-label={t(`steps.${step}.title`)} className="grid gap-2 border-t pt-3">
          <div className="flex items-center justify-between gap-4">
            <h3 className="font-medium">{t(`steps.${step}.title`)}</h3>
            <Button
              variant="quiet"
              size="small"
              aria-label={t("review.changeLabel", { step: t(`steps.${step}.title`) })}
              onClick={() => open(step)}
            >
              {t("review.change")}
            </Button>
          </div>
          {facts.length === 0 ? (
            <p className="text-muted">{t("review.nothing")}</p>
          ) : (
            <dl className="grid gap-x-8 gap-y-1 desk:grid-cols-2">
              {facts.map(({ name, label, text }) => (
                <div key={name} className="flex min-w-0 justify-between gap-4 py-0.5">
                  <dt className="text-muted">{label}</dt>
                  <dd className="grid min-w-0 justify-items-end break-words text-end">
                    {text}
                    {errors[name] && <FieldError id={`review-${name}`}>{errors[name]}</FieldError>}
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </section>
      ))}
    </div>
  );
}

type Words = ReturnType<typeof useTranslations<"assessment">>;

function labelOf({ field, side, deviation }: ReviewLine, t: Words): string {
  const label = deviation ? t("deviationOf", { label: field.label }) : field.label;
  return side === "one" ? label : `${label}, ${t(`side.${side}`).toLowerCase()}`;
}

function textOf({ field, deviation, text }: ReviewLine, t: Words): string {
  if (field.kind === "finding") return t(text === "present" ? "tests.present" : "tests.absent");
  const unit = deviation && field.deviation ? field.deviation.unit : field.unit;
  return unit ? `${text} ${unit}` : text;
}
