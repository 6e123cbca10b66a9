import { encode } from "next-auth/jwt";
import { newSession } from "@/lib/auth/claims";

/** The cookie of somebody who is signed in to a server with this secret. */
export async function sessionCookie(userId: string, secret: string, sessionVersion = 0): Promise<string> {
  return `next-auth.session-token=${await encode({ token: { sub: userId, ...newSession({ userId, sessionVersion }, { means: "password" }) }, secret })}`;
}
