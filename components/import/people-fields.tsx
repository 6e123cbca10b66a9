"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { AnsweredState } from "../athlete/form-state";
import { Checkbox } from "../ui/checkbox";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { RadioGroup } from "../ui/radio-group";

/** What becomes of people the team does not have: refused, or given a record with the consent that the coach obtained. */
export function PeopleFields({ state: { errors, values }, today }: { state: AnsweredState; today: string }) {
  const t = useTranslations("import.people");
  const [adds, setAdds] = useState(values.people === "add");
  return (
    <section aria-labelledby="people-title" className="grid gap-6 rounded-lg border bg-surface p-4 sm:p-6">
      <div className="grid gap-1">
        <h2 id="people-title" className="font-semibold">
          {t("title")}
        </h2>
        <p className="text-muted">{t("lead")}</p>
      </div>
      <div
        onChange={(event) =>
          event.target instanceof HTMLInputElement && event.target.name === "people" && setAdds(event.target.value === "add")
        }
      >
        <RadioGroup
          id="people"
          name="people"
          legend={t("title")}
          layout="list"
          defaultValue={values.people ?? "refuse"}
          options={[
            { value: "refuse", label: t("refuse") },
            { value: "add", label: t("add"), hint: t("addHint") },
          ]}
        />
      </div>
      {adds && (
        <div className="grid gap-6">
          <Checkbox
            id="consent"
            name="consent"
            value="yes"
            label={t("consent")}
            error={errors.consent}
            defaultChecked={values.consent === "yes"}
          />
          <RadioGroup
            id="how"
            name="how"
            legend={t("how")}
            defaultValue={values.how ?? "signed"}
            options={[
              { value: "signed", label: t("signed") },
              { value: "spoken", label: t("spoken") },
            ]}
          />
          <Field id="obtainedOn" label={t("on")} error={errors.obtainedOn} className="sm:max-w-60">
            {(control) => <Input {...control} type="date" name="obtainedOn" max={today} defaultValue={values.obtainedOn ?? today} />}
          </Field>
        </div>
      )}
    </section>
  );
}
