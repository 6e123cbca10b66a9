import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { serverSecret } from "@/lib/env";
import { askedByHttps, hostCookieName, hostCookieTerms } from "@/lib/http/host-cookie";
import { reachedByHttps } from "@/lib/http/https";
import { claimsOf, type SessionClaims, secondsOf } from "./claims";

/** Tells the proxy that the session is one it has to renew while something is done. */
const sharedCookie = "shared-device";

type Header = (name: string) => string | null | undefined;

export const sessionCookieName = (secure: boolean): string => hostCookieName("next-auth.session-token", secure);

const seal = (claims: SessionClaims): Promise<string> =>
  encode({ token: { sub: claims.userId, ...claims }, secret: serverSecret(), maxAge: secondsOf(claims) });

/** The cookie, good for as long as the session; on a shared device it goes with the browser. */
const cookieOptions = (claims: SessionClaims, secure: boolean) =>
  ({ ...hostCookieTerms(secure), ...(!claims.shared && { maxAge: secondsOf(claims) }) }) as const;

/** Gives this browser a session, in place of the one it has. In an action or a route handler only. */
export async function giveSession(claims: SessionClaims): Promise<void> {
  const [jar, secure] = await Promise.all([cookies(), askedByHttps()]);
  jar.set(sessionCookieName(secure), await seal(claims), cookieOptions(claims, secure));
  if (claims.shared) jar.set(sharedCookie, "1", cookieOptions(claims, secure));
  else jar.delete(sharedCookie);
}

/** What the session of this request says, whole or not. It renews nothing: next-auth's own way seals it anew to be asked what it says. */
export async function readSession(): Promise<SessionClaims | null> {
  const [jar, secure] = await Promise.all([cookies(), askedByHttps()]);
  return openSession(jar.get(sessionCookieName(secure))?.value);
}

/** Takes the session from this browser and tells which one it was. In an action or a route handler only. */
export async function takeSession(): Promise<SessionClaims | null> {
  const [jar, secure] = await Promise.all([cookies(), askedByHttps()]);
  const claims = await readSession();
  // A browser forgets a cookie of this name only where it is told so in the same terms.
  jar.set(sessionCookieName(secure), "", { ...hostCookieTerms(secure), maxAge: 0 });
  jar.delete(sharedCookie);
  return claims;
}

const openSession = async (token: string | undefined): Promise<SessionClaims | null> =>
  claimsOf(await decode({ token, secret: serverSecret() }).catch(() => null));

export type RenewedCookie = { name: string; value: string; options: ReturnType<typeof cookieOptions> };

/** Somebody does something on a shared device: the session is good for as long again. Null where there is no such session. */
export async function renewedShared(cookie: (name: string) => string | undefined, header: Header): Promise<RenewedCookie | null> {
  if (!cookie(sharedCookie)) return null;
  const secure = reachedByHttps(header);
  const claims = await openSession(cookie(sessionCookieName(secure)));
  if (!claims?.shared || claims.owedUntil !== undefined) return null;
  return { name: sessionCookieName(secure), value: await seal(claims), options: cookieOptions(claims, secure) };
}
