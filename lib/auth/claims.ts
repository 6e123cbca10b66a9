import { z } from "zod";
import { type SignInMeans, signInMeans } from "@/lib/data/sign-in-means";

const hour = 60 * 60;
const day = 24 * hour;
/** After so long without anything done a shared device's page closes; its session, renewed meanwhile, outlasts it by little. */
export const idleMinutes = 10;

/** How long a session is good for without a renewal, in seconds. */
export const sessionSeconds = { usual: 30 * day, shared: 15 * 60, owed: 10 * 60 } as const;

/** How long after the sign-in it ends whatever renews it, in seconds. */
export const lastingSeconds = { usual: 90 * day, shared: 12 * hour } as const;

/** What a session's token carries. */
export const sessionClaimsSchema = z.object({
  userId: z.uuid(),
  /** Which generation of the person's sessions it belongs to. */
  sessionVersion: z.number().int(),
  /** By which this one session is ended; sessions from before there were such ids have none. */
  sessionId: z.uuid().optional(),
  /** When the person showed who they are, in milliseconds. */
  startedAt: z.number().int(),
  /** How they showed it. */
  means: z.enum(signInMeans).optional().catch(undefined),
  /** On a device that others use: it ends when nothing is done for a while. */
  shared: z.literal(true).optional(),
  /** A second factor is still owed, until then in milliseconds: it opens nothing but the page that asks for it. */
  owedUntil: z.number().int().optional(),
});

export type SessionClaims = z.infer<typeof sessionClaimsSchema>;
/** A session of which it is known how it was begun. */
export type BegunSession = SessionClaims & { means: SignInMeans };

/** A session that begins now. */
export function newSession(
  { userId, sessionVersion }: Pick<SessionClaims, "userId" | "sessionVersion">,
  { means, shared = false }: { means: SignInMeans; shared?: boolean },
): BegunSession {
  return { userId, sessionVersion, sessionId: crypto.randomUUID(), startedAt: Date.now(), means, ...(shared && { shared }) };
}

const issuedSchema = z.object({ iat: z.number() });

/** What a token says, once it was opened; null where it says no such thing, or its session has lasted as long as one may. */
export function claimsOf(token: unknown, now = Date.now()): SessionClaims | null {
  const issued = issuedSchema.safeParse(token);
  // Tokens from before sessions knew when they began: not later than the token itself.
  const began = issued.success ? { startedAt: issued.data.iat * 1000 } : {};
  const claims = sessionClaimsSchema.safeParse({ ...began, ...(typeof token === "object" ? token : {}) });
  return claims.success && endOf(claims.data) > now ? claims.data : null;
}

/** The moment after which nothing renews a session, in milliseconds. */
export function endOf({ shared, startedAt }: Pick<SessionClaims, "shared" | "startedAt">): number {
  return startedAt + lastingSeconds[shared ? "shared" : "usual"] * 1000;
}

/** How long a token of the session is good for, in seconds. */
export function secondsOf(claims: Pick<SessionClaims, "shared" | "owedUntil" | "startedAt">, now = Date.now()): number {
  const left = Math.max(0, Math.floor((endOf(claims) - now) / 1000));
  if (claims.owedUntil !== undefined) return Math.min(left, sessionSeconds.owed);
  return Math.min(left, claims.shared ? sessionSeconds.shared : sessionSeconds.usual);
}

export const owedFromNow = (now = Date.now()): number => now + sessionSeconds.owed * 1000;
