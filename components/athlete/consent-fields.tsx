"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { RadioGroup } from "../ui/radio-group";
import type { AnsweredState } from "./form-state";

type Props = Pick<AnsweredState, "errors" | "values"> & { today: string };

/** How a coach obtained the consent of somebody without a sign-in, and to what. */
export function ConsentFields({ errors, values, today }: Props) {
  const t = useTranslations("athletes.patient.consent");
  const [how, setHow] = useState(values.how);
  return (
    <section aria-labelledby="consent-title" className="grid gap-6 rounded-lg border bg-surface p-4 sm:p-6">
      <div className="grid gap-2">
        <h2 id="consent-title" className="font-semibold">
          {t("title")}
        </h2>
        <p className="text-muted">{t("lead")}</p>
        <p>{t("text")}</p>
      </div>
      <RadioGroup
        id="scope"
        name="scope"
        legend={t("scope")}
        error={errors.scope}
        required
        defaultValue={values.scope ?? "record"}
        options={[
          { value: "view", label: t("view") },
          { value: "record", label: t("record") },
        ]}
      />
      <div
        className="grid gap-4"
        onChange={(event) => event.target instanceof HTMLInputElement && event.target.name === "how" && setHow(event.target.value)}
      >
        <RadioGroup
          id="how"
          name="how"
          legend={t("how")}
          error={errors.how}
          required
          layout="list"
          defaultValue={values.how}
          options={[
            { value: "signed", label: t("signed") },
            { value: "spoken", label: t("spoken") },
            { value: "other", label: t("other") },
          ]}
        />
        <Field id="otherText" label={t("otherText")} error={errors.otherText} hidden={how !== "other"}>
          {(control) => <Input {...control} name="otherText" maxLength={200} defaultValue={values.otherText} />}
        </Field>
      </div>
      <Field id="obtainedOn" label={t("on")} error={errors.obtainedOn} className="sm:max-w-60">
        {(control) => <Input {...control} type="date" name="obtainedOn" max={today} required defaultValue={values.obtainedOn ?? today} />}
      </Field>
    </section>
  );
}
