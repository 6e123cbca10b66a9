"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { nextAuth } from "./next-auth";
import { PasswordField } from "./password-field";
import { PersonFields } from "./person-fields";
import { type AccountAction, useAccountForm } from "./use-account-form";

export type SignUpFormProps = { action: AccountAction; returnTo: string; passwordHint: string };

export function SignUpForm({ action, returnTo, passwordHint }: SignUpFormProps) {
  const [t, letter] = [useTranslations("account.signUp"), useTranslations("security.signUp")];
  const { state, formAction, submit, pending } = useAccountForm(action, t("failed"), async (form) => {
    const { signIn } = await nextAuth();
    const answer = await signIn("credentials", {
      redirect: false,
      email: String(form.get("email")),
      password: String(form.get("password")),
    });
    if (answer?.ok) window.location.assign(returnTo);
    return answer?.ok === true;
  });
  const signInHref = `/sign-in?callbackUrl=${encodeURIComponent(returnTo)}`;
  const { errors, values } = state;

  if (state.status === "sent") {
    return (
      <Alert tone="info" title={letter("sent")} live>
        <p>{state.message}</p>
        <p>{letter("sentHint")}</p>
      </Alert>
    );
  }
  if (state.status === "done") {
    return (
      <Alert tone="info" title={t("created")} live>
        <p>
          {t("createdText")}{" "}
          <Link href={signInHref} className="prose-link">
            {t("signIn")}
          </Link>
        </p>
      </Alert>
    );
  }
  return (
    <div className="grid gap-6">
      <form action={formAction} onSubmit={submit} noValidate className="grid gap-6">
        <input type="hidden" name="returnTo" value={returnTo} />
        <Field id="name" label={t("name")} hint={t("nameHint")} error={errors.name}>
          {(control) => <Input {...control} name="name" autoComplete="name" required defaultValue={values.name} />}
        </Field>
        <Field id="email" label={t("email")} error={errors.email}>
          {(control) => (
            <Input
              {...control}
              name="email"
              type="email"
              inputMode="email"
              autoComplete="username"
              autoCapitalize="none"
              required
              defaultValue={values.email}
            />
          )}
        </Field>
        <PasswordField label={t("password")} hint={passwordHint} error={errors.password} autoComplete="new-password" />
        <PersonFields state={state} />
        {state.message && (
          <Alert tone="error" title={t("refused")} live>
            <p>{state.message}</p>
          </Alert>
        )}
        <Button type="submit" size="large" wide pending={pending}>
          {t("action")}
        </Button>
      </form>
      <p>
        {t("has")}{" "}
        <Link href={signInHref} className="prose-link">
          {t("signIn")}
        </Link>
      </p>
    </div>
  );
}
