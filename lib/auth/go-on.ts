import "server-only";
import { giveSession } from "./session";
import { sessionClaims } from "./viewer";

/**
 * Lets this browser's session go on, as what it is, under the version that ended all others. `confirmed`: the person has just shown who
 * they are. In an action or a route handler only.
 */
export async function goOn(sessionVersion: number, { confirmed = false }: { confirmed?: boolean } = {}): Promise<void> {
  const said = await sessionClaims();
  if (said) await giveSession({ ...said, sessionVersion, ...(confirmed && { startedAt: Date.now() }) });
}
