import { keysOf, readKept } from "../offline/kept";
import type { Draft } from "../offline/kept-schemas";

export type { Draft } from "../offline/kept-schemas";

/**
 * What a person has typed and not yet sent, kept on their device under their own id: it survives a reload and a lost connection,
 * and goes with sign-out or with the stored assessment.
 */

const prefix = "marcha:draft:";

/** Null where there is none, or none that can be read. Rejects where it cannot be looked at now: it is there, and must stay. */
export async function readDraft(owner: string): Promise<Draft | null> {
  const [draft] = await readKept([prefix + owner], ({ draftSchema }) => draftSchema);
  return draft ?? null;
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

export const hasDrafts = (): boolean => keysOf(prefix).length > 0;
