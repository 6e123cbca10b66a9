"use client";

import { useMessages, useTranslations } from "next-intl";
import { type AnsweredAction, idleForm } from "../athlete/form-state";
import { useAnsweredForm } from "../athlete/use-answered-form";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { SubmitButton } from "../ui/submit-button";
import { PasskeyButton, type PasskeySignIn } from "./passkey-button";

type Props = { action: AnsweredAction; restart: () => Promise<void>; passkey: PasskeySignIn; returnTo: string };

/** The step after the password. */
export function SecondFactorForm({ action, restart, passkey, returnTo }: Props) {
  const t = useTranslations("security.second");
  const { security } = useMessages();
  const { form, state, formAction, submit, pending } = useAnsweredForm(
    async (previous, sent) => {
      const answer = await action(previous, sent);
      // The whole page anew: what was drawn for nobody is not to stay.
      if (answer.status === "done") window.location.assign(returnTo);
      return answer;
    },
    idleForm,
    { fields: ["code"], failed: t("failed") },
  );
  return (
    <div className="grid gap-6">
      <form ref={form} action={formAction} onSubmit={submit} noValidate className="grid gap-5">
        <Field id="code" label={t("code")} error={state.errors.code}>
          {(control) => (
            <Input
              {...control}
              name="code"
              autoComplete="one-time-code"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={24}
              required
            />
          )}
        </Field>
        <Button type="submit" size="large" wide pending={pending || state.status === "done"}>
          {t("action")}
        </Button>
      </form>
      <PasskeyButton {...passkey} words={security.passkey} returnTo={returnTo} />
      <form action={restart}>
        <SubmitButton variant="quiet" size="small">
          {t("restart")}
        </SubmitButton>
      </form>
    </div>
  );
}
