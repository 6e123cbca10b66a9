import "server-only";
import { endOneSession } from "@/lib/data/ended-sessions";
import { endOf, type SessionClaims } from "./claims";
import { takeSession } from "./session";

/** Ends this browser's session, in copies of its token too. In an action or a route handler only. */
export async function endSession(): Promise<void> {
  const claims = await takeSession();
  if (claims) await endSessionOf(claims);
}

/** Ends a session wherever its token is. */
export async function endSessionOf(claims: SessionClaims): Promise<void> {
  const { sessionId, userId } = claims;
  if (sessionId) await endOneSession({ sessionId, userId, until: new Date(endOf(claims)) });
}
