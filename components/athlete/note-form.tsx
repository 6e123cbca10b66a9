"use client";

import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { RadioGroup } from "../ui/radio-group";
import { Select, type SelectOption } from "../ui/select";
import { Textarea } from "../ui/textarea";
import { type AnsweredAction, idleForm } from "./form-state";
import { Outcome } from "./outcome";
import { useAnsweredForm } from "./use-answered-form";

export type NoteFormProps = {
  action: AnsweredAction;
  submissionId: string;
  name: string;
  hasSignIn: boolean;
  teams: readonly SelectOption[];
};

const fields = ["note", "visible", "note-team"] as const;

export function NoteForm({ action, submissionId, name, hasSignIn, teams }: NoteFormProps) {
  const t = useTranslations("athletes.notes");
  const words = useTranslations("athletes.form");
  const { form, state, formAction, submit, pending } = useAnsweredForm(action, idleForm, { fields, failed: words("failed") });
  const { errors, values } = state;
  const [only] = teams;
  const several = teams.length > 1;
  return (
    <form ref={form} action={formAction} onSubmit={submit} noValidate className="grid gap-4">
      <input type="hidden" name="submissionId" value={submissionId} readOnly />
      <Field id="note" label={t("text")} hint={t("textHint")} error={errors.note}>
        {(control) => <Textarea {...control} name="note" required defaultValue={values.note} />}
      </Field>
      <RadioGroup
        id="visible"
        name="visible"
        legend={t("visible")}
        error={errors.visible}
        required
        layout="list"
        defaultValue={values.visible}
        options={[
          {
            value: "team",
            label: several || !only ? t("privateTeam") : t("private", { team: only.label }),
            hint: t(hasSignIn ? "privateHint" : "patientPrivateHint", { name }),
          },
          { value: "athlete", label: t("shared", { name }), hint: t(hasSignIn ? "sharedHint" : "patientHint", { name }) },
        ]}
      />
      {several ? (
        <Field id="note-team" label={t("team")} error={errors["note-team"]}>
          {(control) => <Select {...control} name="team" options={teams} defaultValue={values.team} />}
        </Field>
      ) : (
        <input type="hidden" name="team" value={only?.value ?? ""} readOnly />
      )}
      <Outcome state={state} refused={words("refused")} done={t("saved")} />
      <Button type="submit" variant="secondary" className="w-fit" pending={pending}>
        {t("save")}
      </Button>
    </form>
  );
}
