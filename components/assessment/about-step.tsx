"use client";

import { useTranslations } from "next-intl";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { RadioGroup } from "../ui/radio-group";
import { Choice } from "./choice";
import { useForm } from "./form-context";
import type { FormPlan } from "./types";

export function AboutStep({ choices, timeZone }: { choices: FormPlan["choices"]; timeZone: string }) {
  const t = useTranslations("assessment.about");
  const { initial, errors } = useForm();
  return (
    <>
      <div className="grid gap-6 desk:grid-cols-2">
        <RadioGroup
          id="protocol"
          name="protocol"
          legend={choices.protocol.label}
          options={choices.protocol.options}
          defaultValue={initial.protocol}
          error={errors.protocol}
          hint={t("protocolHint")}
          required
          className="content-start"
        />
        <RadioGroup
          id="reason"
          name="reason"
          legend={choices.reason.label}
          options={choices.reason.options}
          defaultValue={initial.reason}
          error={errors.reason}
          hint={t("reasonHint")}
          required
          className="content-start"
        />
        <Field
          id="measuredAt"
          label={t("measuredAt")}
          hint={t("measuredAtHint", { zone: timeZone.replaceAll("_", " ") })}
          error={errors.measuredAt}
        >
          {(control) => <Input {...control} name="measuredAt" type="datetime-local" required defaultValue={initial.measuredAt} />}
        </Field>
      </div>
      <fieldset className="grid gap-6 desk:grid-cols-2">
        <legend className="mb-4 text-muted text-sm">{t("conditions")}</legend>
        <Choice name="footwear" {...choices.footwear} />
        <Choice name="surface" {...choices.surface} />
        <Field id="inclinePercent" label={t("incline")} hint={t("inclineHint")} error={errors.inclinePercent}>
          {(control) => (
            <Input {...control} name="inclinePercent" unit="%" inputMode="text" autoComplete="off" defaultValue={initial.inclinePercent} />
          )}
        </Field>
        <Choice name="device" {...choices.device} />
      </fieldset>
    </>
  );
}
