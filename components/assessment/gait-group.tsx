"use client";

import { useTranslations } from "next-intl";
import { memo, useState } from "react";
import { Disclosure } from "../ui/disclosure";
import { RadioGroup } from "../ui/radio-group";
import { columnsOf } from "./columns";
import { useForm } from "./form-context";
import { MeasuredField, type Sidedness } from "./measured-field";
import type { FormValues, NumberView } from "./types";

export type GaitGroupProps = { group: string; fields: readonly NumberView[]; entered: number; label: string; lead: string };

/** The metrics of one instrument, folded until they are wanted. */
export function GaitGroup({ group, fields, entered, label, lead }: GaitGroupProps) {
  const t = useTranslations("assessment.gait");
  const { initial } = useForm();
  const [open] = useState(() => fields.some((field) => columnsOf(field).some(({ column }) => initial[column])));
  return (
    <Disclosure
      open={open}
      summary={
        <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-4">
          <span>{label}</span>
          <span className="font-normal text-muted text-sm">{entered > 0 ? t("entered", { count: entered }) : lead}</span>
        </span>
      }
    >
      <GroupFields group={group} fields={fields} />
    </Disclosure>
  );
}

const GroupFields = memo(function GroupFields({ group, fields }: { group: string; fields: readonly NumberView[] }) {
  const t = useTranslations("assessment.gait");
  const { initial } = useForm();
  const [sidedness, setSidedness] = useState<Sidedness>(() => (hasSides(fields, initial) ? "sides" : "one"));
  const spreads = fields.filter((field) => field.deviation);
  const choosable = fields.some((field) => field.sides === "each_or_one");
  return (
    <div className="grid gap-6">
      {choosable && (
        <div
          className="max-w-sm noscript:hidden"
          onChange={(event) => {
            if (event.target instanceof HTMLInputElement) setSidedness(event.target.value === "sides" ? "sides" : "one");
          }}
        >
          <RadioGroup
            id={`sides-${group}`}
            name={`sides-${group}`}
            legend={t("sidedness")}
            defaultValue={sidedness}
            options={[
              { value: "one", label: t("one") },
              { value: "sides", label: t("sides") },
            ]}
          />
        </div>
      )}
      <div className="grid gap-x-8 gap-y-6 desk:grid-cols-2">
        {fields.map((field) => (
          <MeasuredField key={field.code} field={field} sidedness={sidedness} />
        ))}
      </div>
      {spreads.length > 0 && (
        <Disclosure
          quiet
          summary={t("deviations")}
          open={spreads.some((field) => columnsOf(field).some(({ column, deviation }) => deviation && initial[column]))}
        >
          <p className="max-w-prose pb-4 text-muted text-sm">{t("deviationsLead")}</p>
          <div className="grid gap-x-8 gap-y-6 desk:grid-cols-2">
            {spreads.map((field) => (
              <MeasuredField key={field.code} field={field} deviation sidedness={sidedness} />
            ))}
          </div>
        </Disclosure>
      )}
    </div>
  );
});

function hasSides(fields: readonly NumberView[], initial: FormValues): boolean {
  return fields.some(
    (field) => field.sides === "each_or_one" && columnsOf(field).some(({ column, side }) => side !== "one" && initial[column]),
  );
}
