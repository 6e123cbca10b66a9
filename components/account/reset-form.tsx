"use client";

import { useMessages, useTranslations } from "next-intl";
import { type AnsweredAction, idleForm } from "../athlete/form-state";
import { Outcome } from "../athlete/outcome";
import { useAnsweredForm } from "../athlete/use-answered-form";
import { Button } from "../ui/button";
import { PasswordField } from "./password-field";

/** Sets a new password by a link. */
export function ResetForm({ action, hint }: { action: AnsweredAction; hint: string }) {
  const t = useTranslations("account.reset");
  const { account } = useMessages();
  const { form, state, formAction, submit, pending } = useAnsweredForm(action, idleForm, { fields: ["password"], failed: t("failed") });
  return (
    <form ref={form} action={formAction} onSubmit={submit} noValidate className="grid gap-5">
      <PasswordField words={account.password} label={t("password")} hint={hint} error={state.errors.password} autoComplete="new-password" />
      {!state.errors.password && <Outcome state={state} refused={t("refused")} />}
      <Button type="submit" size="large" wide pending={pending}>
        {t("action")}
      </Button>
    </form>
  );
}
