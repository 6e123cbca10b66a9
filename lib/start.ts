import { EnvironmentError, environment } from "./env";

/** Checks the environment before the first request: a wrong variable stops the server and is named. */
export function checkStart(): void {
  try {
    environment();
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
