"use client";

import { useMessages, useTranslations } from "next-intl";
import { type AnsweredAction, idleForm } from "../athlete/form-state";
import { useAnsweredForm } from "../athlete/use-answered-form";
import { Button } from "../ui/button";
import { PasswordField } from "./password-field";

/** The last step of a sign-up: the password once more, by who reads the address. */
export function ConfirmSignUpForm({ action, email, returnTo }: { action: AnsweredAction; email: string; returnTo: string }) {
  const { account } = useMessages();
  const [t, security] = [useTranslations("security.signUp"), useTranslations("security")];
  const { form, state, formAction, submit, pending } = useAnsweredForm(
    async (previous, sent) => {
      const answer = await action(previous, sent);
      if (answer.status === "done") window.location.assign(returnTo);
      return answer;
    },
    idleForm,
    { fields: ["password"], failed: security("failed") },
  );
  return (
    <form ref={form} action={formAction} onSubmit={submit} noValidate className="grid gap-5">
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordField words={account.password} label={t("password")} error={state.errors.password} autoComplete="current-password" />
      <Button type="submit" size="large" wide pending={pending || state.status === "done"}>
        {t("action")}
      </Button>
    </form>
  );
}
