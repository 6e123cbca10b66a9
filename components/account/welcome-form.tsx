"use client";

import { Alert } from "../ui/alert";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { PersonFields, type PersonWords } from "./person-fields";
import { type AccountAction, useAccountForm } from "./use-account-form";
import type { Words } from "./words";

export type WelcomeWords = Words<"name" | "nameHint" | "refused" | "failed" | "action"> & { person: PersonWords };
export type WelcomeFormProps = { words: WelcomeWords; action: AccountAction; name: string };

export function WelcomeForm({ words, action, name }: WelcomeFormProps) {
  const { state, formAction, submit, pending } = useAccountForm(action, words.failed);
  return (
    <form action={formAction} onSubmit={submit} noValidate className="grid gap-6">
      <Field id="name" label={words.name} hint={words.nameHint} error={state.errors.name}>
        {(control) => <Input {...control} name="name" autoComplete="name" required defaultValue={state.values.name ?? name} />}
      </Field>
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
  );
}
