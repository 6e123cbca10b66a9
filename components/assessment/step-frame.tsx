"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "../ui/cn";
import type { Step } from "./types";

export const stepTitleId = (step: Step) => `step-${step}`;

/** One group of the form: one screen at a time, or all of them where there is no JavaScript. */
export function StepFrame({ step, current, children }: { step: Step; current: Step; children: ReactNode }) {
  const t = useTranslations("assessment.steps");
  return (
    <section
      data-step={step}
      aria-labelledby={stepTitleId(step)}
      className={cn("min-w-0 gap-6", step === current ? "grid" : "hidden noscript:grid noscript:border-t noscript:pt-8")}
    >
      <div className="grid gap-1">
        <h2 id={stepTitleId(step)} tabIndex={-1} className="font-semibold text-base outline-none">
          {t(`${step}.title`)}
        </h2>
        <p className="max-w-prose text-muted">{t(`${step}.lead`)}</p>
      </div>
      {children}
    </section>
  );
}
