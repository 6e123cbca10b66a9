import "server-only";
import type { AssessmentFormState } from "@/components/assessment/types";
import { viewer } from "@/lib/auth/viewer";
import type { SignedIn } from "@/lib/data/viewer";

/**
 * Who sends a form, while it is they for whom it was drawn. A page left open on a device where somebody else signed in since would
 * store what one person typed in the other one's name.
 */
export async function senderOf(form: FormData): Promise<SignedIn | null> {
  const who = await viewer();
  return who?.userId === form.get("owner") ? who : null;
}

/** Without what was typed: without JavaScript it would be drawn anew for whoever is signed in now. */
export const signedOut: AssessmentFormState = { status: "signedOut", problems: [], values: null };
