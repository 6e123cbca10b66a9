import { keepDraft, readDraft } from "../assessment/draft";
import { forgetPending, listPending, type Pending } from "./pending";
import type { SendAction, SendAnswer } from "./types";

export type Outcome = { pending: Pending; answer: SendAnswer };

const lockName = "marcha:pending";

/**
 * Sends what waits of a person, oldest first, one tab at a time; stops where the server cannot be reached or knows nobody. What is
 * stored is forgotten here. Null where another tab is at it.
 */
export async function sendPending(owner: string, send: SendAction): Promise<Outcome[] | null> {
  if (!("locks" in navigator)) return sendAll(owner, send);
  return navigator.locks.request(lockName, { ifAvailable: true }, (lock) => (lock ? sendAll(owner, send) : null));
}

async function sendAll(owner: string, send: SendAction): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const pending of await listPending(owner)) {
    const answer = await send(formOf(owner, pending)).catch(
      (error: unknown): SendAnswer => ({
        status: error instanceof TypeError ? "unreachable" : "failed",
      }),
    );
    outcomes.push({ pending, answer });
    if (answer.status === "stored") forgetPending(owner, pending.submissionId);
    if (answer.status === "unreachable" || answer.status === "signedOut") break;
  }
  return outcomes;
}

/** Whose it is goes with it: by now somebody else may be signed in. */
function formOf(owner: string, { submissionId, athleteId, units, values }: Pending): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  form.set("owner", owner);
  form.set("submissionId", submissionId);
  form.set("units", JSON.stringify(units));
  if (athleteId !== null) form.set("athleteId", athleteId);
  return form;
}

/** Puts what was refused back into its form, to be put right there. False where that form holds something else that is not sent. */
export async function backToForm(owner: string, { savedAt, draftOwner, submissionId, values }: Pending): Promise<boolean> {
  if ((await readDraft(draftOwner)) !== null) return false;
  if (!keepDraft(draftOwner, { savedAt, step: 0, values: { ...values, submissionId } })) return false;
  forgetPending(owner, submissionId);
  return true;
}
