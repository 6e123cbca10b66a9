import { keysOf, readKept } from "./kept";
import type { Pending } from "./kept-schemas";

export type { Pending } from "./kept-schemas";

/**
 * Assessments that were finished where the server could not be reached, kept on the device under their person's id until they are
 * sent. The id of the submission stands in the key: the server stores it once, however often it comes.
 */

const prefix = "marcha:pending:";
/** Of the page itself: other tabs hear of a change by the browser's own `storage`. */
export const pendingChanged = "marcha:pending";

const keyOf = (owner: string, submissionId: string) => `${prefix}${owner}:${submissionId}`;

/** False where the device refuses: then it was not kept. */
export function keepPending(owner: string, pending: Pending): boolean {
  try {
    localStorage.setItem(keyOf(owner, pending.submissionId), JSON.stringify(pending));
    tell();
    return true;
  } catch {
    return false;
  }
}

/** A form as it was sent, to wait. */
export function pendingOf(sent: FormData, from: Pick<Pending, "athleteId" | "form" | "draftOwner" | "units">): Pending {
  const entries = [...sent].filter(([name]) => !name.startsWith("$"));
  const values = Object.fromEntries(entries.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
  const { submissionId = "", ...rest } = values;
  const { athleteId, form, draftOwner, units } = from;
  return { savedAt: new Date().toISOString(), submissionId, athleteId, form, draftOwner, units, values: rest };
}

/** Oldest first. What can no longer be read stays where it is. */
export async function listPending(owner: string): Promise<Pending[]> {
  const pending = await readKept(keysOf(`${prefix}${owner}:`), ({ pendingSchema }) => pendingSchema);
  return pending.toSorted((one, other) => one.savedAt.localeCompare(other.savedAt));
}

export function forgetPending(owner: string, submissionId: string): void {
  try {
    localStorage.removeItem(keyOf(owner, submissionId));
    tell();
  } catch {
    // A device that keeps nothing has nothing to forget.
  }
}

/** Whether a key of this device is that of what waits to be sent. */
export const isPendingKey = (key: string): boolean => key.startsWith(prefix);

/** Whether anybody's waits on this device. */
export const hasPending = (): boolean => keysOf(prefix).length > 0;

function tell(): void {
  window.dispatchEvent(new Event(pendingChanged));
}
