"use client";

import { type SubmitEvent, useActionState, useEffect, useRef, useState, useTransition } from "react";
import { isUnavailable } from "@/lib/unavailable";
import { focusField } from "../account/focus-field";
import type { AnsweredAction, AnsweredState } from "./form-state";

/**
 * A form that posts by itself without JavaScript, and with it keeps what was typed, focuses the first error and tells a lost
 * connection from a refusal. `fields` are the ids of its fields in order. What was stored is cleared from it.
 */
export function useAnsweredForm<State extends AnsweredState>(
  action: AnsweredAction<State>,
  idle: Awaited<State>,
  { fields, failed }: { fields: readonly string[]; failed: string },
) {
  const [posted, formAction] = useActionState<State, FormData>(action, idle);
  const [answered, setAnswered] = useState<State | null>(null);
  const [pending, startTransition] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const order = useRef(fields);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const sent = new FormData(event.currentTarget, event.nativeEvent.submitter);
    startTransition(async () => {
      const answer = await send(action, idle, sent, failed);
      if (answer.status === "done") form.current?.reset();
      setAnswered(answer);
    });
  };

  useEffect(() => {
    const first = order.current.find((field) => answered?.errors[field] !== undefined);
    if (first) focusField(first);
  }, [answered]);

  return { form, state: answered ?? posted, formAction, submit, pending };
}

async function send<State extends AnsweredState>(
  action: AnsweredAction<State>,
  idle: State,
  form: FormData,
  failed: string,
): Promise<State> {
  try {
    return await action(idle, form);
  } catch (error) {
    if (error instanceof TypeError || isUnavailable(error)) return { ...idle, status: "refused", message: failed };
    throw error;
  }
}
