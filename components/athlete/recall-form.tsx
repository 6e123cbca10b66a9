"use client";

import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select, type SelectOption } from "../ui/select";
import { type AnsweredAction, idleForm } from "./form-state";
import { Outcome } from "./outcome";
import { useAnsweredForm } from "./use-answered-form";

export type RecallFormProps = { action: AnsweredAction; teams: readonly SelectOption[]; today: string; set: boolean };

const fields = ["dueOn", "recall-team"] as const;

export function RecallForm({ action, teams, today, set }: RecallFormProps) {
  const t = useTranslations("athletes.recall");
  const words = useTranslations("athletes.form");
  const { form, state, formAction, submit, pending } = useAnsweredForm(action, idleForm, { fields, failed: words("failed") });
  const { errors, values } = state;
  return (
    <form ref={form} action={formAction} onSubmit={submit} noValidate className="grid gap-4">
      <div className="flex flex-wrap items-end gap-4">
        <Field id="dueOn" label={t("date")} error={errors.dueOn} className="min-w-0 max-sm:w-full">
          {(control) => <Input {...control} type="date" name="dueOn" min={today} required defaultValue={values.dueOn} />}
        </Field>
        {teams.length > 1 ? (
          <Field id="recall-team" label={t("team")} error={errors["recall-team"]} className="min-w-0">
            {(control) => <Select {...control} name="team" options={teams} defaultValue={values.team} />}
          </Field>
        ) : (
          <input type="hidden" name="team" value={teams[0]?.value ?? ""} readOnly />
        )}
        <Button type="submit" variant="secondary" pending={pending}>
          {t(set ? "change" : "set")}
        </Button>
      </div>
      <Outcome state={state} refused={words("refused")} done={t("saved")} />
    </form>
  );
}
