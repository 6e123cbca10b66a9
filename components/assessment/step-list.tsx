"use client";

import { CircleX } from "lucide";
import { useTranslations } from "next-intl";
import { cn } from "../ui/cn";
import { Icon } from "../ui/icon";
import { type Step, steps } from "./types";

export type StepListProps = { current: Step; wrong: ReadonlySet<Step>; open: (step: Step) => void };

/** Every step at a glance, on a desk; on a phone the progress bar and the buttons do. */
export function StepList({ current, wrong, open }: StepListProps) {
  const t = useTranslations("assessment");
  return (
    <nav aria-label={t("stepsLabel")} className="hidden noscript:hidden desk:block">
      <ol className="grid">
        {steps.map((step, index) => (
          <li key={step}>
            <button
              type="button"
              aria-current={step === current ? "step" : undefined}
              onClick={() => open(step)}
              className={cn(
                "flex min-h-11 w-full items-center gap-3 rounded-md border-s-2 px-3 text-start hover:bg-accent-surface",
                step === current ? "border-accent font-medium" : "border-line text-muted",
              )}
            >
              <span className="w-4 text-end">{index + 1}</span>
              <span className="flex-1">{t(`steps.${step}.title`)}</span>
              {wrong.has(step) && (
                <span className="text-danger">
                  <Icon of={CircleX} className="size-4" />
                  <span className="sr-only">{t("hasErrors")}</span>
                </span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
