"use client";

import { useTranslations } from "next-intl";
import { useAnsweredForm } from "../athlete/use-answered-form";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { idleStatus, type StatusState } from "./state";

type Props = { action: (previous: StatusState, form: FormData) => Promise<StatusState> };

/** Asks for the operator's token, and shows what it opens. */
export function StatusForm({ action }: Props) {
  const t = useTranslations("operator");
  const { form, state, formAction, submit, pending } = useAnsweredForm(action, idleStatus, { fields: ["token"], failed: t("failed") });
  return (
    <div className="grid gap-6">
      <form ref={form} action={formAction} onSubmit={submit} noValidate className="grid gap-4">
        <Field id="token" label={t("token")} hint={t("hint")} error={state.errors.token}>
          {(control) => <Input {...control} name="token" type="password" autoComplete="off" required />}
        </Field>
        <Button type="submit" className="w-fit" pending={pending}>
          {t("action")}
        </Button>
      </form>
      {state.facts && (
        <dl aria-live="polite" className="grid gap-x-8 gap-y-2 sm:grid-cols-[auto_1fr]">
          {state.facts.map(({ label, text }) => (
            <div key={label} className="grid sm:contents">
              <dt className="text-muted">{label}</dt>
              <dd className="min-w-0 break-words">{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
