import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Another process that lives has the folder open; the message names both. */
export class FolderTakenError extends Error {
  override name = "FolderTakenError";
}

/**
 * Makes this process the one that may open the PGlite in `folder`, for two would write over each other. The lock is a file
 * with the process's id: it goes when the process ends, and one left by a killed process is taken over.
 * Throws {@link FolderTakenError}. Without "server-only", for the server takes the lock before it loads any of lib/data.
 */
export function lockFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "pglite.lock");
  for (let attempt = 0; attempt < 3; attempt++) {
    if (create(file)) {
      process.once("exit", () => release(file));
      return;
    }
    const holder = holderOf(file);
    if (holder === process.pid) return;
    if (holder !== null && lives(holder)) throw new FolderTakenError(taken(folder, file, holder));
    setAside(file, holder);
  }
  throw new FolderTakenError(`The data folder ${folder} could not be locked: other processes are opening it at the same time.`);
}

function taken(folder: string, file: string, holder: number): string {
  return `The data folder ${folder} is open in another process (${holder}): stop it first, or set another DATA_DIR. If that process is not Marcha, delete ${file}.`;
}

function create(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** Null where there is no lock or it holds no id: its process was killed before it wrote one. */
function holderOf(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== "ESRCH";
  }
}

/** Moves a dead process's lock away; where somebody else has taken it over in between, theirs goes back. */
function setAside(file: string, holder: number | null): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (holderOf(aside) === holder) rmSync(aside);
    else renameSync(aside, file);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
}

function release(file: string): void {
  if (holderOf(file) === process.pid) rmSync(file, { force: true });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
