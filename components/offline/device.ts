import { hasDrafts } from "../assessment/draft";
import { hasPending, isPendingKey } from "./pending";

const prefix = "marcha:";
/** Who is signed in here: the page for when there is no connection shows what waits of theirs, and of nobody else. */
const ownerKey = `${prefix}owner`;
export const pagesCache = "marcha-pages";
export const filesCache = "marcha-files";

/** Whether this device holds something that a person typed and that is stored nowhere else. */
export const holdsUnsent = (): boolean => hasDrafts() || hasPending();

const leave = new AbortController();
/** Ends what keeps something on this device once this page has begun to forget. */
export const leaving = leave.signal;

let keeping: Promise<unknown> = Promise.resolve();

/** Lets forgetting wait until work that keeps something has ended, which {@link leaving} makes it do soon. */
export function whileKeeping(work: Promise<void>): Promise<void> {
  keeping = Promise.allSettled([keeping, work]);
  return work;
}

/**
 * Takes everything of Marcha from this device: what was typed, the pages that were kept, and what waits to be sent, but where
 * nobody was asked about it. Never fails.
 */
export async function forgetDevice({ keepsWaiting = false }: { keepsWaiting?: boolean } = {}): Promise<void> {
  leave.abort();
  const goes = (key: string) => key.startsWith(prefix) && !(keepsWaiting && isPendingKey(key));
  try {
    for (const key of Object.keys(localStorage)) if (goes(key)) localStorage.removeItem(key);
    await keeping;
    for (const name of [pagesCache, filesCache]) await caches.delete(name);
  } catch {
    // A device that keeps nothing has nothing to forget.
  }
}

/** From now on this device is this person's: a form that was kept for another one would be sent as theirs. */
export async function rememberOwner(owner: string): Promise<void> {
  try {
    if (readOwner() !== owner) await caches.delete(pagesCache);
    localStorage.setItem(ownerKey, owner);
  } catch {
    // As above.
  }
}

export function readOwner(): string | null {
  try {
    return localStorage.getItem(ownerKey);
  } catch {
    return null;
  }
}

/** Calls back when another tab of this device was signed out, or signed in as somebody else; from then on nothing more is kept here. */
export function onOwnerGone(owner: string, gone: () => void): () => void {
  const look = ({ key }: StorageEvent) => {
    if ((key !== ownerKey && key !== null) || readOwner() === owner) return;
    leave.abort();
    gone();
  };
  window.addEventListener("storage", look);
  return () => window.removeEventListener("storage", look);
}
