// The small zod: sign-out brings this file to every page.
import * as z from "zod/mini";

/**
 * What a person has typed and not yet sent, kept on their device under their own id: it survives a reload and a lost connection,
 * and goes with sign-out or with the stored assessment.
 */

const prefix = "marcha:draft:";
const draftSchema = z.object({ savedAt: z.iso.datetime(), step: z.int().check(z.nonnegative()), values: z.record(z.string(), z.string()) });
export type Draft = z.infer<typeof draftSchema>;

export function readDraft(owner: string): Draft | null {
  try {
    const text = localStorage.getItem(prefix + owner);
    return text === null ? null : draftSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** False where the device refuses (private window, full storage): then the page says that nothing is kept. */
export function keepDraft(owner: string, draft: Draft): boolean {
  try {
    localStorage.setItem(prefix + owner, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function forgetDraft(owner: string): void {
  try {
    localStorage.removeItem(prefix + owner);
  } catch {
    // A device that keeps nothing has nothing to forget.
  }
}

export function hasDrafts(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(prefix));
  } catch {
    return false;
  }
}
