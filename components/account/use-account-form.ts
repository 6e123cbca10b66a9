"use client";

import { type SubmitEvent, useActionState, useEffect, useState, useTransition } from "react";
import { isUnavailable } from "@/lib/unavailable";
import { focusField } from "./focus-field";
import { type AccountFormState, idleAccountForm, personFields } from "./form-state";

export type AccountAction = (previous: AccountFormState, form: FormData) => Promise<AccountFormState>;

/**
 * A form that posts by itself without JavaScript, and with it keeps what was typed, focuses the first error and tells a lost
 * connection from a refusal. `onDone` runs after the action has stored the form, and says whether it leaves the page.
 */
export function useAccountForm(action: AccountAction, failed: string, onDone?: (form: FormData) => Promise<boolean>) {
  const [posted, formAction] = useActionState(action, idleAccountForm);
  const [answered, setAnswered] = useState<AccountFormState | null>(null);
  const [pending, startTransition] = useTransition();
  const state = answered ?? posted;

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(async () => {
      const answer = await send(action, form, failed);
      const leaves = answer.status === "done" && (await onDone?.(form));
      if (!leaves) setAnswered(answer);
    });
  };

  useEffect(() => {
    const first = personFields.find((field) => answered?.errors[field] !== undefined);
    if (first) focusField(first);
  }, [answered]);

  return { state, formAction, submit, pending };
}

async function send(action: AccountAction, form: FormData, failed: string): Promise<AccountFormState> {
  try {
    return await action(idleAccountForm, form);
  } catch (error) {
    if (error instanceof TypeError || isUnavailable(error)) return { ...idleAccountForm, status: "refused", message: failed };
    throw error;
  }
}
