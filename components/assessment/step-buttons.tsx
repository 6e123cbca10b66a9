"use client";

import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import type { Step } from "./types";

export type StepButtonsProps = {
  previous: Step | undefined;
  next: Step | undefined;
  save: string;
  pending: boolean;
  back: (step: Step) => void;
  advance: (step: Step) => void;
  finishLater: () => void;
};

/** Back, on, or save at the end; to finish later always. Without JavaScript only saving is left. */
export function StepButtons({ previous, next, save, pending, back, advance, finishLater }: StepButtonsProps) {
  const t = useTranslations("assessment");
  return (
    <div className="flex flex-wrap gap-3">
      {previous && (
        <Button variant="secondary" className="noscript:hidden" onClick={() => back(previous)}>
          {t("back")}
        </Button>
      )}
      {next && (
        <Button fit="grow" className="noscript:hidden" onClick={() => advance(next)}>
          {t("next", { step: t(`steps.${next}.title`) })}
        </Button>
      )}
      <div className={next ? "hidden noscript:contents" : "contents"}>
        <Button type="submit" fit="grow" pending={pending}>
          {save}
        </Button>
      </div>
      <Button variant="quiet" className="noscript:hidden sm:ms-auto" onClick={finishLater}>
        {t("finishLater")}
      </Button>
    </div>
  );
}
