"use client";

import { unstable_rethrow } from "next/navigation";
import { useActionState, useState, useTransition } from "react";
import { type AssessmentAction, type AssessmentFormState, idleAssessmentForm } from "./types";

type Outcomes = {
  onStored: () => void;
  onRefused: (state: AssessmentFormState) => void;
  /** True where what was sent waits elsewhere for a connection. */
  onUnreachable: (form: FormData) => boolean;
};

/**
 * Sends the form. Without JavaScript it posts by itself (`formAction`); with it nothing is reset, and a lost connection is an answer
 * like any other. `onStored` runs when the server leads on to the stored assessment.
 */
export function useSubmit(action: AssessmentAction, { onStored, onRefused, onUnreachable }: Outcomes) {
  const [posted, formAction] = useActionState(action, idleAssessmentForm);
  const [answered, setAnswered] = useState<AssessmentFormState | null>(null);
  const [pending, startTransition] = useTransition();

  const send = (form: FormData) =>
    startTransition(async () => {
      try {
        const answer = await action(idleAssessmentForm, form);
        setAnswered(answer);
        onRefused(answer);
      } catch (error) {
        if (leadsOn(error)) {
          onStored();
          throw error;
        }
        const unreachable = error instanceof TypeError;
        if (unreachable && onUnreachable(form)) return;
        const status = unreachable ? "unreachable" : "failed";
        setAnswered({ ...idleAssessmentForm, status });
      }
    });
  return { state: answered ?? posted, formAction, send, pending };
}

/** Whether this is how Next carries a redirect. */
function leadsOn(error: unknown): boolean {
  try {
    unstable_rethrow(error);
    return false;
  } catch {
    return true;
  }
}
