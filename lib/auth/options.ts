import "server-only";
import type { NextAuthOptions } from "next-auth";
import { encode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import Google from "next-auth/providers/google";
import { z } from "zod";
import { needsSecondFactor } from "@/lib/data/second-factors";
import { traceSignIn } from "@/lib/data/sign-ins";
import { accountOfGoogle, emailSchema } from "@/lib/data/users";
import { type Environment, environment, secretOf } from "@/lib/env";
import { clientAddress } from "@/lib/http/client-address";
import { hostCookieTerms } from "@/lib/http/host-cookie";
import { log } from "@/lib/log";
import { sessionBegun } from "./begun";
import { type BegunSession, claimsOf, newSession, owedFromNow, secondsOf, sessionClaimsSchema, sessionSeconds } from "./claims";
import { endSessionOf } from "./end-session";
import { knownDevice } from "./known-device";
import { mayTry } from "./limits";
import { listedAs } from "./listed";
import { sessionCookieName } from "./session";
import { cameShared } from "./shared-device";
import { signInWithPassword } from "./sign-in";

const googleProfileSchema = z.object({ sub: z.string(), email: emailSchema, email_verified: z.literal(true), name: z.string().optional() });

const options = new Map<boolean, NextAuthOptions>();

/** How people sign in here; `secure` where the request came by https. */
export function authOptions(secure: boolean): NextAuthOptions {
  const kept = options.get(secure) ?? createOptions(environment(), secure);
  options.set(secure, kept);
  return kept;
}

/** The options for an environment; {@link authOptions} are this process's. */
export function createOptions(env: Environment, secure: boolean): NextAuthOptions {
  return {
    secret: secretOf(env),
    session: { strategy: "jwt", maxAge: sessionSeconds.usual },
    // Whatever renews a token, it is good for no longer than its kind.
    jwt: {
      encode: ({ token, ...parameters }) => {
        const claims = claimsOf(token);
        // What else is sealed so, on the way to Google and back, says itself how long it is good for.
        return encode({ token, ...parameters, ...(claims && { maxAge: secondsOf(claims) }) });
      },
    },
    useSecureCookies: secure,
    cookies: { sessionToken: { name: sessionCookieName(secure), options: hostCookieTerms(secure) } },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: providers(env),
    // next-auth hands over whole errors, with tokens and addresses: only the code of what failed is kept.
    logger: {
      error: (code) => log.error({ code }, "sign-in failed"),
      warn: (code) => log.warn({ code }, "sign-in warning"),
      debug: () => {},
    },
    callbacks: {
      signIn: async ({ account, profile }) => account?.provider !== "google" || googleProfileSchema.safeParse(profile).success,
      jwt: async ({ token, user, account, profile }) => {
        const google = account?.provider === "google" ? await googleClaims(profile) : undefined;
        const claims = google ?? sessionClaimsSchema.safeParse({ ...user, userId: user?.id }).data ?? claimsOf(token);
        return claims ? { sub: claims.userId, ...claims } : {};
      },
      session: async ({ session, token }) => ({ expires: session.expires, claims: claimsOf(token) ?? undefined }),
    },
    events: {
      signOut: async ({ token }) => {
        const claims = claimsOf(token);
        if (claims) await endSessionOf(claims);
      },
    },
  };
}

function providers(env: Environment): NextAuthOptions["providers"] {
  const password = Credentials({
    credentials: { email: {}, password: {}, shared: {} },
    authorize: async (credentials) => {
      if (!(await mayTry("signIn", await clientAddress()).catch(unavailable))) {
        log.warn("a sign-in was refused: too many from one client");
        return null;
      }
      const { email, password } = credentials ?? {};
      const device = await knownDevice(email);
      const signedIn = await signInWithPassword({ email, password, device }).catch(unavailable);
      if (!signedIn) return null;
      const claims = await claimsFor(signedIn, { means: "password", shared: credentials?.shared === "yes" }).catch(unavailable);
      if (claims.owedUntil === undefined) await sessionBegun(claims, signedIn.email).catch(unavailable);
      return { id: claims.userId, ...claims };
    },
  });
  if (!env.GOOGLE_CLIENT_ID || !env.GOOGLE_CLIENT_SECRET) return [password];
  return [password, Google({ clientId: env.GOOGLE_CLIENT_ID, clientSecret: env.GOOGLE_CLIENT_SECRET })];
}

/** next-auth puts an error's text into the answer: it gets one that says nothing of the database. */
function unavailable(error: unknown): never {
  log.error({ error: error instanceof Error ? error.name : "unknown" }, "sign-in could not be checked");
  throw new Error("unavailable");
}

/** A whole session where the person has no second factor, else one that owes it. */
async function claimsFor(
  { userId, sessionVersion }: { userId: string; sessionVersion: number },
  begun: { means: "password" | "google"; shared: boolean },
): Promise<BegunSession> {
  const owes = await needsSecondFactor(userId);
  return { ...newSession({ userId, sessionVersion }, begun), ...(owes && { owedUntil: owedFromNow() }) };
}

async function googleClaims(profile: unknown): Promise<BegunSession> {
  const google = googleProfileSchema.parse(profile);
  const account = await accountOfGoogle({ subject: google.sub, email: google.email, name: google.name ?? google.email });
  if (!account.ok) throw new Error("the address has an account with a password");
  const claims = await claimsFor(account.value, { means: "google", shared: await cameShared() });
  if (claims.owedUntil === undefined) await traceSignIn(claims.userId, claims.means, await listedAs(claims));
  return claims;
}
