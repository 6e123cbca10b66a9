"use client";

import { useTranslations } from "next-intl";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { PersonFields } from "./person-fields";
import { type AccountAction, useAccountForm } from "./use-account-form";

export type WelcomeFormProps = { action: AccountAction; name: string };

export function WelcomeForm({ action, name }: WelcomeFormProps) {
  const t = useTranslations("account");
  const { state, formAction, submit, pending } = useAccountForm(action, t("signUp.failed"));
  return (
    <form action={formAction} onSubmit={submit} noValidate className="grid gap-6">
      <Field id="name" label={t("signUp.name")} hint={t("signUp.nameHint")} error={state.errors.name}>
        {(control) => <Input {...control} name="name" autoComplete="name" required defaultValue={state.values.name ?? name} />}
      </Field>
      <PersonFields state={state} />
      {state.message && (
        <Alert tone="error" title={t("welcome.refused")} live>
          <p>{state.message}</p>
        </Alert>
      )}
      <Button type="submit" size="large" wide pending={pending}>
        {t("welcome.action")}
      </Button>
    </form>
  );
}
