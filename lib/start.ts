import { FolderTakenError, lockFolder } from "./data/folder-lock";
import { dataFolder, EnvironmentError, environment } from "./env";

/**
 * Checks the environment before the first request and takes the embedded database's folder: a wrong variable or a folder in
 * use stops the server and is named.
 */
export function checkStart(): void {
  // next-auth reads this variable by itself and would take an empty one for an address.
  if (process.env.NEXTAUTH_URL?.trim() === "") delete process.env.NEXTAUTH_URL;
  try {
    const env = environment();
    // next-auth takes any text in this one for a yes, "0" and "false" too.
    if (!env.AUTH_TRUST_HOST) delete process.env.AUTH_TRUST_HOST;
    if (!env.DATABASE_URL) lockFolder(dataFolder(env));
  } catch (error) {
    if (!(error instanceof EnvironmentError || error instanceof FolderTakenError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
