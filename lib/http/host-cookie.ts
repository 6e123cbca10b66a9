import { headers } from "next/headers";
import { reachedByHttps } from "./https";

/** Under https no other host of the domain can set it, nor a page that was not asked for by https. */
export const hostCookieName = (name: string, secure: boolean): string => `${secure ? "__Host-" : ""}${name}`;

/** In whose terms a cookie of ours is given, and has to be taken away again. */
export const hostCookieTerms = (secure: boolean) => ({ httpOnly: true, sameSite: "lax", path: "/", secure }) as const;

/** Whether the request that a page or an action answers came by https. */
export async function askedByHttps(): Promise<boolean> {
  const request = await headers();
  return reachedByHttps((name) => request.get(name));
}
