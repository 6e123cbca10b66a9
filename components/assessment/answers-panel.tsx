"use client";

import { Check, CircleDashed } from "lucide";
import { useLocale, useTranslations } from "next-intl";
import type { Protocol } from "@/lib/measurements/vocabulary";
import { cn } from "../ui/cn";
import { Icon } from "../ui/icon";
import { describeNeeds, lackingNeeds } from "./answers";
import type { FormPlan, FormValues } from "./types";

type Props = { plan: FormPlan; protocol: Protocol; values: FormValues };

/** On a phone, where the panel stands below the fields: how far it is. */
export function AnswersReady({ plan, protocol, values, className }: Props & { className: string }) {
  const t = useTranslations("assessment.answers");
  const { answers, ready } = stateOfAnswers(plan, protocol, values);
  if (answers.length === 0) return null;
  return (
    <p role="status" className={cn("text-sm", ready > 0 ? "text-accent" : "text-muted", className)}>
      <a href="#answers" className="inline-flex min-h-8 items-center gap-1 underline decoration-1 underline-offset-4">
        {t("ready", { ready, count: answers.length })}
      </a>
    </p>
  );
}

/** What the values entered buy: each model's answer, there or lacking what. */
export function AnswersPanel({ plan, protocol, values }: Props) {
  const t = useTranslations("assessment.answers");
  const list = new Intl.ListFormat(useLocale(), { type: "conjunction" });
  const groupLabel = (group: string) => plan.groups.find((each) => each.group === group)?.label ?? group;
  const { answers, ready } = stateOfAnswers(plan, protocol, values);
  if (answers.length === 0) return <p className="text-muted text-sm">{t("none")}</p>;
  return (
    <div className="grid gap-4">
      <p className="font-medium">{t("ready", { ready, count: answers.length })}</p>
      <ul className="grid gap-4">
        {answers.map(({ model, title, gives, lacking }) => {
          const there = lacking.length === 0;
          return (
            <li key={model} className="grid grid-cols-[auto_1fr] gap-x-3">
              <Icon of={there ? Check : CircleDashed} className={there ? "mt-0.5 size-5 text-accent" : "mt-0.5 size-5 text-muted"} />
              <div className="grid gap-0.5">
                <p className={there ? "font-medium" : ""}>{gives}</p>
                <p className="text-muted text-sm">{title}</p>
                <p className="text-sm">
                  {there ? (
                    <span className="text-accent">{t("there")}</span>
                  ) : (
                    t("lacks", {
                      needs: list.format(describeNeeds(lacking, (count, group) => t("many", { count, group: groupLabel(group) }))),
                    })
                  )}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function stateOfAnswers(plan: FormPlan, protocol: Protocol, values: FormValues) {
  const answers = plan.answers
    .filter((answer) => answer.protocol === protocol)
    .map((answer) => ({ ...answer, lacking: lackingNeeds(answer, values) }));
  return { answers, ready: answers.filter(({ lacking }) => lacking.length === 0).length };
}
