import "server-only";
import { headers } from "next/headers";
import { keepSession, type OpenSession, seenWithinMinutes } from "@/lib/data/open-sessions";
import { log } from "@/lib/log";
import { endOf, type SessionClaims } from "./claims";
import { deviceOf } from "./device";

/** What the list of a person's sessions says of the one that this request has; null where it is from before sessions had ids. */
export async function listedAs(claims: SessionClaims): Promise<OpenSession | null> {
  const { sessionId, userId, sessionVersion, startedAt, shared, means } = claims;
  if (!sessionId) return null;
  return {
    id: sessionId,
    userId,
    sessionVersion,
    means: means ?? null,
    shared: shared ?? false,
    device: deviceOf((await headers()).get("user-agent") ?? ""),
    begunAt: new Date(startedAt),
    until: new Date(endOf(claims)),
  };
}

/** Lists the session of this request as used, where it was not for so long as the list is exact. */
export async function noteUse(claims: SessionClaims, seenAt: Date | null): Promise<void> {
  if (seenAt && seenAt.getTime() > Date.now() - seenWithinMinutes * 60_000) return;
  const session = await listedAs(claims);
  if (!session) return;
  // The list tells that a session is there, and decides nothing: who is asking goes on without it.
  await keepSession(session).catch((error: unknown) => {
    log.warn({ error: error instanceof Error ? error.name : "unknown" }, "a session's use was not noted");
  });
}
