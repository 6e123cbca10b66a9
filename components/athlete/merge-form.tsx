"use client";

import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import { RadioGroup, type RadioOption } from "../ui/radio-group";
import { type AnsweredAction, idleForm } from "./form-state";
import { useAnsweredForm } from "./use-answered-form";

export type MergeFormProps = { action: AnsweredAction; options: readonly RadioOption[]; name: string };

export function MergeForm({ action, options, name }: MergeFormProps) {
  const t = useTranslations("athletes.merge");
  const words = useTranslations("athletes.form");
  const { form, state, formAction, submit, pending } = useAnsweredForm(action, idleForm, { fields: ["source"], failed: words("failed") });
  return (
    <form ref={form} action={formAction} onSubmit={submit} noValidate className="grid gap-6">
      <RadioGroup
        id="source"
        name="source"
        legend={t("choose")}
        hint={t("hint")}
        error={state.errors.source ?? state.message}
        required
        layout="list"
        defaultValue={state.values.source}
        options={options}
      />
      <Button type="submit" fit="wrap" className="w-fit" pending={pending}>
        {t("action", { name })}
      </Button>
    </form>
  );
}
