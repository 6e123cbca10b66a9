import "server-only";
import { cookies, headers } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { environment } from "@/lib/env";
import { reachedByHttps } from "@/lib/http/https";
import { type SessionClaims, secondsOf, sessionClaimsSchema } from "./claims";

/** Tells the proxy that the session is one it has to renew while something is done. */
const sharedCookie = "shared-device";

type Header = (name: string) => string | null | undefined;

/** As next-auth names it. */
const cookieName = (secure: boolean): string => `${secure ? "__Secure-" : ""}next-auth.session-token`;

function secret(): string {
  return environment().NEXTAUTH_SECRET ?? "";
}

const seal = (claims: SessionClaims): Promise<string> =>
  encode({ token: { sub: claims.userId, ...claims }, secret: secret(), maxAge: secondsOf(claims) });

/** The cookie, good for as long as the session; on a shared device it goes with the browser. */
const cookieOptions = (claims: SessionClaims, secure: boolean) =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure, ...(!claims.shared && { maxAge: secondsOf(claims) }) }) as const;

/** Gives this browser a session, in place of the one it has. In an action or a route handler only. */
export async function giveSession(claims: SessionClaims): Promise<void> {
  const [jar, request] = await Promise.all([cookies(), headers()]);
  const secure = reachedByHttps((name) => request.get(name));
  jar.set(cookieName(secure), await seal(claims), cookieOptions(claims, secure));
  if (claims.shared) jar.set(sharedCookie, "1", cookieOptions(claims, secure));
  else jar.delete(sharedCookie);
}

/** Takes the session from this browser. In an action or a route handler only. */
export async function endSession(): Promise<void> {
  const [jar, request] = await Promise.all([cookies(), headers()]);
  jar.delete(cookieName(reachedByHttps((name) => request.get(name))));
  jar.delete(sharedCookie);
}

export type RenewedCookie = { name: string; value: string; options: ReturnType<typeof cookieOptions> };

/** Somebody does something on a shared device: the session is good for as long again. Null where there is no such session. */
export async function renewedShared(cookie: (name: string) => string | undefined, header: Header): Promise<RenewedCookie | null> {
  if (!cookie(sharedCookie)) return null;
  const secure = reachedByHttps(header);
  const token = await decode({ token: cookie(cookieName(secure)), secret: secret() }).catch(() => null);
  const claims = sessionClaimsSchema.safeParse(token);
  if (!claims.success || !claims.data.shared || claims.data.owedUntil !== undefined) return null;
  return { name: cookieName(secure), value: await seal(claims.data), options: cookieOptions(claims.data, secure) };
}
