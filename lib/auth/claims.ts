import { z } from "zod";

const day = 24 * 60 * 60;
/** After so long without anything done a shared device's page closes; its session, renewed meanwhile, outlasts it by little. */
export const idleMinutes = 10;

/** How long a session is good for without a renewal, in seconds. */
export const sessionSeconds = { usual: 30 * day, shared: 15 * 60, owed: 10 * 60 } as const;

/** What a session's token carries. */
export const sessionClaimsSchema = z.object({
  userId: z.uuid(),
  /** Which generation of the person's sessions it belongs to. */
  sessionVersion: z.number().int(),
  /** On a device that others use: it ends when nothing is done for a while. */
  shared: z.literal(true).optional(),
  /** A second factor is still owed, until then in milliseconds: it opens nothing but the page that asks for it. */
  owedUntil: z.number().int().optional(),
});

export type SessionClaims = z.infer<typeof sessionClaimsSchema>;

export function secondsOf({ shared, owedUntil }: Pick<SessionClaims, "shared" | "owedUntil">): number {
  if (owedUntil !== undefined) return sessionSeconds.owed;
  return shared ? sessionSeconds.shared : sessionSeconds.usual;
}

export const owedFromNow = (now = Date.now()): number => now + sessionSeconds.owed * 1000;
