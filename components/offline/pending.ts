import * as z from "zod/mini";

/**
 * Assessments that were finished where the server could not be reached, kept on the device under their person's id until they are
 * sent. The id of the submission stands in the key: the server stores it once, however often it comes.
 */

const prefix = "marcha:pending:";
const pendingSchema = z.object({
  savedAt: z.iso.datetime(),
  submissionId: z.uuid(),
  /** Whose record it is for; null: the person's own. */
  athleteId: z.nullable(z.string()),
  /** The form it came from, and under whom that form keeps its draft. */
  form: z.string(),
  draftOwner: z.string(),
  /** How the numbers were entered, as the form was drawn: the person may choose other units before they are sent. */
  units: z.record(z.string(), z.string()),
  values: z.record(z.string(), z.string()),
});
export type Pending = z.infer<typeof pendingSchema>;

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
export function listPending(owner: string): Pending[] {
  return keysOf(`${prefix}${owner}:`)
    .flatMap((key) => read(key) ?? [])
    .toSorted((one, other) => one.savedAt.localeCompare(other.savedAt));
}

export function forgetPending(owner: string, submissionId: string): void {
  try {
    localStorage.removeItem(keyOf(owner, submissionId));
    tell();
  } catch {
    // A device that keeps nothing has nothing to forget.
  }
}

/** Whether anybody's waits on this device. */
export const hasPending = (): boolean => keysOf(prefix).length > 0;

function keysOf(beginning: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(beginning));
  } catch {
    return [];
  }
}

function read(key: string): Pending | null {
  try {
    return pendingSchema.parse(JSON.parse(localStorage.getItem(key) ?? ""));
  } catch {
    return null;
  }
}

function tell(): void {
  window.dispatchEvent(new Event(pendingChanged));
}
