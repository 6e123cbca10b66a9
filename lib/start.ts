import { EnvironmentError, environment } from "./env";

/** Checks the environment before the first request: a wrong variable stops the server and is named. */
export function checkStart(): void {
  // next-auth reads this variable by itself and would take an empty one for an address.
  if (process.env.NEXTAUTH_URL?.trim() === "") delete process.env.NEXTAUTH_URL;
  try {
    environment();
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
