"use client";

import { useTranslations } from "next-intl";
import { type AnsweredAction, idleForm } from "../athlete/form-state";
import { Outcome } from "../athlete/outcome";
import { useAnsweredForm } from "../athlete/use-answered-form";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

/** Asks for a link to a new password. The answer is the same whoever has the address. */
export function ForgotForm({ action }: { action: AnsweredAction }) {
  const t = useTranslations("account.forgot");
  const { form, state, formAction, submit, pending } = useAnsweredForm(action, idleForm, { fields: ["email"], failed: t("failed") });
  return (
    <div className="grid gap-6">
      {state.status === "done" && (
        <Alert tone="info" title={t("sentTitle")} live>
          <p>{state.message}</p>
        </Alert>
      )}
      <form ref={form} action={formAction} onSubmit={submit} noValidate className="grid gap-5">
        <Field id="email" label={t("email")} error={state.errors.email}>
          {(control) => (
            <Input
              {...control}
              name="email"
              type="email"
              inputMode="email"
              autoComplete="username"
              autoCapitalize="none"
              required
              defaultValue={state.values.email}
            />
          )}
        </Field>
        {state.status === "refused" && !state.errors.email && <Outcome state={state} refused={t("failed")} />}
        <Button type="submit" size="large" wide pending={pending}>
          {t("action")}
        </Button>
      </form>
      <a href="/sign-in" className="prose-link flex min-h-11 w-fit items-center">
        {t("back")}
      </a>
    </div>
  );
}
