"use client";

import { useTranslations } from "next-intl";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Textarea } from "../ui/textarea";
import { Choice } from "./choice";
import { useForm } from "./form-context";
import { Off } from "./measured-field";
import { PainScale } from "./pain-scale";
import type { FormPlan, FormValues } from "./types";

export function ComplaintStep({ plan, values }: { plan: FormPlan; values: FormValues }) {
  const t = useTranslations("assessment.complaint");
  const { initial, errors, live } = useForm();
  const { injuryRegion, injuryLocation, injurySide } = plan.choices;
  const region = values.injuryRegion ?? "";
  const injured = region !== "" && region !== "none";
  const locations = plan.locations[region];
  return (
    <>
      <PainScale />
      <Off when={values.pain === "0"} className="desk:max-w-xs">
        <Field id="painSince" label={t("painSince")} hint={t("painSinceHint")} error={errors.painSince}>
          {(control) => <Input {...control} name="painSince" type="date" defaultValue={initial.painSince} />}
        </Field>
      </Off>
      <div className="grid gap-6 desk:grid-cols-3">
        <Choice name="injuryRegion" {...injuryRegion} />
        <Off when={!injured}>
          <Choice
            name="injuryLocation"
            label={injuryLocation.label}
            options={injuryLocation.options.filter(({ value }) => !live || (locations?.includes(value) ?? true))}
          />
        </Off>
        <Off when={!injured}>
          <Choice name="injurySide" {...injurySide} />
        </Off>
      </div>
      <Field id="notes" label={t("notes")} hint={t("notesHint")} error={errors.notes}>
        {(control) => <Textarea {...control} name="notes" maxLength={4000} defaultValue={initial.notes} />}
      </Field>
    </>
  );
}
