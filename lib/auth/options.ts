import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import Google from "next-auth/providers/google";
import { z } from "zod";
import { accountOfGoogle, emailSchema } from "@/lib/data/users";
import { type Environment, environment } from "@/lib/env";
import { log } from "@/lib/log";
import { signInWithPassword } from "./sign-in";

const monthInSeconds = 30 * 24 * 60 * 60;

/** What a session's token carries: whose it is, and which generation of the person's sessions it belongs to. */
export const sessionClaimsSchema = z.object({ userId: z.uuid(), sessionVersion: z.number().int() });

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
    session: { strategy: "jwt", maxAge: monthInSeconds },
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
        const claims = sessionClaimsSchema.safeParse({
          userId: user?.id,
          sessionVersion: user && "sessionVersion" in user ? user.sessionVersion : undefined,
        });
        return claims.success ? { sub: claims.data.userId, ...claims.data } : token;
      },
      session: async ({ session, token }) => ({ expires: session.expires, claims: sessionClaimsSchema.safeParse(token).data }),
    },
  };
}

function providers(env: Environment): NextAuthOptions["providers"] {
  const password = Credentials({
    credentials: { email: {}, password: {} },
    authorize: async (credentials) => {
      const signedIn = await signInWithPassword({ email: credentials?.email, password: credentials?.password }).catch(unavailable);
      return signedIn && { id: signedIn.userId, sessionVersion: signedIn.sessionVersion };
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

async function googleClaims(profile: unknown): Promise<z.infer<typeof sessionClaimsSchema>> {
  const google = googleProfileSchema.parse(profile);
  const account = await accountOfGoogle({ subject: google.sub, email: google.email, name: google.name ?? google.email });
  if (!account.ok) throw new Error("the address has an account with a password");
  return account.value;
}
