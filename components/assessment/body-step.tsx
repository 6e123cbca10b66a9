"use client";

import { useTranslations } from "next-intl";
import { MeasuredField } from "./measured-field";
import type { FormPlan } from "./types";

export function BodyStep({ fields, person }: Pick<FormPlan, "fields" | "person">) {
  const t = useTranslations("assessment.body");
  return (
    <>
      <div className="grid gap-6 desk:grid-cols-2">
        {fields.map((field) => field.group === "body" && field.kind === "number" && <MeasuredField key={field.code} field={field} />)}
      </div>
      <dl className="grid gap-x-6 gap-y-1 rounded-lg border bg-surface p-4 sm:grid-cols-[auto_1fr]">
        <dt className="text-muted">{t("age")}</dt>
        <dd>{person.age}</dd>
        <dt className="text-muted">{t("sex")}</dt>
        <dd>{person.sex}</dd>
        <dd className="col-span-full text-muted text-sm">{t("known")}</dd>
      </dl>
    </>
  );
}
