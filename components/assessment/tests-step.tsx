"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Disclosure } from "../ui/disclosure";
import { columnsOf } from "./columns";
import { FindingField } from "./finding-field";
import { useForm } from "./form-context";
import { countEntered } from "./gait-step";
import { MeasuredField } from "./measured-field";
import { type FindingView, type FormPlan, type FormValues, testRegions } from "./types";

export function TestsStep({ plan, values }: { plan: FormPlan; values: FormValues }) {
  const t = useTranslations("assessment.tests");
  const scores = plan.fields.flatMap((field) => (field.group === "clinical_test" && field.kind === "number" ? [field] : []));
  const regions = useMemo(
    () =>
      testRegions.map((region) => ({
        region,
        fields: plan.fields.filter((field): field is FindingView => field.kind === "finding" && field.region === region),
      })),
    [plan],
  );
  return (
    <>
      {scores.map((field) => (
        <MeasuredField key={field.code} field={field} className="desk:max-w-md" />
      ))}
      <p className="text-muted text-sm">{t("legend")}</p>
      <div className="border-t">
        {regions.map(({ region, fields }) => (
          <Region key={region} label={t(`regions.${region}`)} fields={fields} tested={countEntered(fields, values)} />
        ))}
      </div>
    </>
  );
}

function Region({ label, fields, tested }: { label: string; fields: readonly FindingView[]; tested: number }) {
  const t = useTranslations("assessment.tests");
  const { initial } = useForm();
  const [open] = useState(() => fields.some((field) => columnsOf(field).some(({ column }) => initial[column])));
  return (
    <Disclosure
      open={open}
      summary={
        <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-4">
          <span>{label}</span>
          <span className="font-normal text-muted text-sm">
            {tested > 0 ? t("answered", { count: tested }) : t("count", { count: fields.length })}
          </span>
        </span>
      }
    >
      {fields.map((field) => (
        <FindingField key={field.code} field={field} />
      ))}
    </Disclosure>
  );
}
