import "server-only";
import type { NextAuthOptions } from "next-auth";
import { encode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import Google from "next-auth/providers/google";
import { z } from "zod";
import { needsSecondFactor } from "@/lib/data/second-factors";
import { accountOfGoogle, emailSchema } from "@/lib/data/users";
import { type Environment, environment } from "@/lib/env";
import { clientAddress } from "@/lib/http/client-address";
import { log } from "@/lib/log";
import { owedFromNow, type SessionClaims, secondsOf, sessionClaimsSchema, sessionSeconds } from "./claims";
import { knownDevice, rememberDevice } from "./known-device";
import { mayTry } from "./limits";
import { cameShared } from "./shared-device";
import { signInWithPassword } from "./sign-in";

const tokenFlagsSchema = z.object({
  shared: z.literal(true).optional().catch(undefined),
  owedUntil: z.number().optional().catch(undefined),
});

const googleProfileSchema = z.object({ sub: z.string(), email: emailSchema, email_verified: z.literal(true), name: z.string().optional() });

let options: NextAuthOptions | undefined;

export function authOptions(): NextAuthOptions {
  options ??= createOptions(environment());
  return options;
}

/** The options for an environment; {@link authOptions} are this process's. */
export function createOptions(env: Environment): NextAuthOptions {
  return {
    secret: env.NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionSeconds.usual },
    // Whatever renews a token, it is good for no longer than its kind.
    jwt: { encode: ({ token, ...parameters }) => encode({ token, ...parameters, maxAge: secondsOf(tokenFlagsSchema.parse(token ?? {})) }) },
    // Without an address next-auth decides for each request by x-forwarded-proto, when it signs in and when it reads the session.
    ...(env.NEXTAUTH_URL && { useSecureCookies: env.NEXTAUTH_URL.startsWith("https://") }),
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
        if (account?.provider === "google") return { ...token, ...(await googleClaims(profile)) };
        const claims = sessionClaimsSchema.safeParse({ ...user, userId: user?.id });
        return claims.success ? { sub: claims.data.userId, ...claims.data } : token;
      },
      session: async ({ session, token }) => ({ expires: session.expires, claims: sessionClaimsSchema.safeParse(token).data }),
    },
  };
}

function providers(env: Environment): NextAuthOptions["providers"] {
  const password = Credentials({
    credentials: { email: {}, password: {}, shared: {} },
    authorize: async (credentials) => {
      if (!(await mayTry("signIn", await clientAddress()).catch(unavailable))) return null;
      const { email, password } = credentials ?? {};
      const device = await knownDevice(email);
      const signedIn = await signInWithPassword({ email, password, device }).catch(unavailable);
      if (!signedIn) return null;
      const claims = await claimsFor(signedIn, { shared: credentials?.shared === "yes" }).catch(unavailable);
      if (claims.owedUntil === undefined) await rememberDevice(signedIn.email);
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
  { shared }: { shared: boolean },
): Promise<SessionClaims> {
  const owes = await needsSecondFactor(userId);
  return { userId, sessionVersion, ...(shared && { shared }), ...(owes && { owedUntil: owedFromNow() }) };
}

async function googleClaims(profile: unknown): Promise<SessionClaims> {
  const google = googleProfileSchema.parse(profile);
  const account = await accountOfGoogle({ subject: google.sub, email: google.email, name: google.name ?? google.email });
  if (!account.ok) throw new Error("the address has an account with a password");
  return claimsFor(account.value, { shared: await cameShared() });
}
