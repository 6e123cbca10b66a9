"use client";

import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { nextAuth } from "./next-auth";
import { PasswordField, type PasswordWords } from "./password-field";
import { PersonFields, type PersonWords } from "./person-fields";
import { type AccountAction, useAccountForm } from "./use-account-form";
import type { Words } from "./words";

type Key = "name" | "nameHint" | "email" | "password" | "passwordHint" | "action" | "has" | "signIn" | "refused" | "failed";
export type SignUpWords = Words<Key | "created" | "createdText" | "sent" | "sentHint"> & {
  passwordField: PasswordWords;
  person: PersonWords;
};
export type SignUpFormProps = { words: SignUpWords; action: AccountAction; returnTo: string };

export function SignUpForm({ words, action, returnTo }: SignUpFormProps) {
  const { state, formAction, submit, pending } = useAccountForm(action, words.failed, async (form) => {
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
      <Alert tone="info" title={words.sent} live>
        <p>{state.message}</p>
        <p>{words.sentHint}</p>
      </Alert>
    );
  }
  if (state.status === "done") {
    return (
      <Alert tone="info" title={words.created} live>
        <p>
          {words.createdText}{" "}
          <a href={signInHref} className="prose-link">
            {words.signIn}
          </a>
        </p>
      </Alert>
    );
  }
  return (
    <div className="grid gap-6">
      <form action={formAction} onSubmit={submit} noValidate className="grid gap-6">
        <input type="hidden" name="returnTo" value={returnTo} />
        <Field id="name" label={words.name} hint={words.nameHint} error={errors.name}>
          {(control) => <Input {...control} name="name" autoComplete="name" required defaultValue={values.name} />}
        </Field>
        <Field id="email" label={words.email} error={errors.email}>
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
        <PasswordField
          words={words.passwordField}
          label={words.password}
          hint={words.passwordHint}
          error={errors.password}
          autoComplete="new-password"
        />
        <PersonFields words={words.person} state={state} />
        {state.message && (
          <Alert tone="error" title={words.refused} live>
            <p>{state.message}</p>
          </Alert>
        )}
        <Button type="submit" size="large" wide pending={pending}>
          {words.action}
        </Button>
      </form>
      <p>
        {words.has}{" "}
        <a href={signInHref} className="prose-link">
          {words.signIn}
        </a>
      </p>
    </div>
  );
}
