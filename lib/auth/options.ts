import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import Google from "next-auth/providers/google";
import { z } from "zod";
import { accountOfGoogle, emailSchema } from "@/lib/data/users";
import { type Environment, environment } from "@/lib/env";
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

function createOptions(env: Environment): NextAuthOptions {
  return {
    secret: env.NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: monthInSeconds },
    useSecureCookies: env.NEXTAUTH_URL?.startsWith("https://") ?? false,
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: providers(env),
    // next-auth would print whole error objects; what matters is that something failed and where.
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
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
      const signedIn = await signInWithPassword({ email: credentials?.email, password: credentials?.password });
      return signedIn && { id: signedIn.userId, sessionVersion: signedIn.sessionVersion };
    },
  });
  if (!env.GOOGLE_CLIENT_ID || !env.GOOGLE_CLIENT_SECRET) return [password];
  return [password, Google({ clientId: env.GOOGLE_CLIENT_ID, clientSecret: env.GOOGLE_CLIENT_SECRET })];
}

async function googleClaims(profile: unknown): Promise<z.infer<typeof sessionClaimsSchema>> {
  const google = googleProfileSchema.parse(profile);
  const account = await accountOfGoogle({ subject: google.sub, email: google.email, name: google.name ?? google.email });
  if (!account.ok) throw new Error("the address has an account with a password");
  return account.value;
}
