"use client";

import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import { type AnsweredAction, idleForm } from "./form-state";
import { Outcome } from "./outcome";
import { NameFields, PatientFields } from "./patient-form";
import { useAnsweredForm } from "./use-answered-form";

export type PatientEditFormProps = {
  action: AnsweredAction;
  stored: Readonly<Record<string, string>>;
  /** Birth date and sex in words, where they cannot change any more. */
  fixed: { birthDate: string; sex: string } | null;
};

export function PatientEditForm({ action, stored, fixed }: PatientEditFormProps) {
  const t = useTranslations("athletes.patient");
  const words = useTranslations("athletes.form");
  const { form, state, formAction, submit, pending } = useAnsweredForm(action, idleForm, {
    fields: ["name", "identifier", "birth", "sex"],
    failed: words("failed"),
  });
  const values = { ...stored, ...state.values };
  const { errors } = state;
  return (
    <form ref={form} action={formAction} onSubmit={submit} noValidate className="grid gap-6">
      {fixed ? (
        <>
          <NameFields errors={errors} values={values} />
          <dl className="grid gap-x-8 gap-y-2 sm:grid-cols-[auto_1fr]">
            <dt className="text-muted">{t("born")}</dt>
            <dd>{fixed.birthDate}</dd>
            <dt className="text-muted">{t("sex")}</dt>
            <dd>{fixed.sex}</dd>
          </dl>
          {["birthDay", "birthMonth", "birthYear", "sex"].map((name) => (
            <input key={name} type="hidden" name={name} value={stored[name]} readOnly />
          ))}
          <p className="text-muted text-sm">{t("fixed")}</p>
        </>
      ) : (
        <PatientFields errors={errors} values={values} />
      )}
      <Outcome state={state} refused={words("refused")} />
      <Button type="submit" className="w-fit" pending={pending}>
        {t("correct")}
      </Button>
    </form>
  );
}
