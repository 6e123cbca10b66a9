"use client";

import { useTranslations } from "next-intl";
import type { AnsweredState } from "../athlete/form-state";
import { Checkbox } from "../ui/checkbox";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { RadioGroup } from "../ui/radio-group";
import { Select } from "../ui/select";

export type RulesView = {
  protocol: "walk" | "run" | null;
  measuredOn: string | null;
  timeZone: string;
  reason: "checkup" | "complaint" | "by_injury";
  birthDateFromAge: boolean;
  dateOrder: "dmy" | "mdy";
  m: "male" | "female" | null;
};

export type RuleFieldsProps = { rules: RulesView; has: (target: string) => boolean; watch: boolean; state: AnsweredState };

/** One answer for every row that does not say otherwise; what no row can need is not asked. */
export function RuleFields({ rules, has, watch, state: { errors, values } }: RuleFieldsProps) {
  const t = useTranslations("import.rules");
  const start = (name: string, value: string | null) => values[name] ?? value ?? "";
  const dates = has("measured_at") || has("birth_date") || has("pain_since");
  return (
    <section aria-labelledby="rules-title" className="grid gap-6">
      <div className="grid gap-1">
        <h2 id="rules-title" className="font-semibold">
          {t("title")}
        </h2>
        <p className="text-muted">{t("lead")}</p>
      </div>
      <div className="grid gap-6 desk:grid-cols-2">
        {!watch && (
          <Field id="protocol" label={t("protocol")}>
            {(control) => (
              <Select
                {...control}
                name="protocol"
                defaultValue={start("protocol", rules.protocol)}
                options={[
                  { value: "walk", label: t("walk") },
                  { value: "run", label: t("run") },
                  { value: "", label: t("refuse") },
                ]}
              />
            )}
          </Field>
        )}
        {!watch && (
          <Field id="measuredOn" label={t("measuredOn")} hint={t("measuredOnHint")} error={errors.measuredOn}>
            {(control) => <Input {...control} type="date" name="measuredOn" defaultValue={start("measuredOn", rules.measuredOn)} />}
          </Field>
        )}
        <Field id="timeZone" label={t("timeZone")} hint={t("timeZoneHint")} error={errors.timeZone}>
          {(control) => <Input {...control} name="timeZone" autoComplete="off" defaultValue={start("timeZone", rules.timeZone)} />}
        </Field>
        {!watch && (
          <Field id="reason" label={t("reason")}>
            {(control) => (
              <Select
                {...control}
                name="reason"
                defaultValue={start("reason", rules.reason)}
                options={(["checkup", "complaint", "by_injury"] as const).map((value) => ({ value, label: t(`reasons.${value}`) }))}
              />
            )}
          </Field>
        )}
        {dates && (
          <RadioGroup
            id="dateOrder"
            name="dateOrder"
            legend={t("dateOrder")}
            defaultValue={start("dateOrder", rules.dateOrder)}
            options={[
              { value: "dmy", label: t("dmy") },
              { value: "mdy", label: t("mdy") },
            ]}
          />
        )}
        {has("sex") && (
          <RadioGroup
            id="m"
            name="m"
            legend={t("m")}
            defaultValue={start("m", rules.m)}
            options={[
              { value: "male", label: t("male") },
              { value: "female", label: t("female") },
              { value: "", label: t("mUnknown") },
            ]}
          />
        )}
      </div>
      {has("age") && (
        <Checkbox
          id="birthDateFromAge"
          name="birthDateFromAge"
          value="yes"
          label={t("fromAge")}
          hint={t("fromAgeHint")}
          defaultChecked={values.columns === undefined ? rules.birthDateFromAge : values.birthDateFromAge === "yes"}
        />
      )}
    </section>
  );
}
