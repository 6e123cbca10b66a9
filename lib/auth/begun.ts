import "server-only";
import { traceSignIn } from "@/lib/data/sign-ins";
import { log } from "@/lib/log";
import type { BegunSession } from "./claims";
import { rememberDevice } from "./known-device";
import { listedAs } from "./listed";

/** What follows where somebody has shown who they are and their session begins. In an action or a route handler only. */
export async function sessionBegun(session: BegunSession, email: string): Promise<void> {
  await rememberDevice(email);
  await traceSignIn(session.userId, session.means, await listedAs(session));
  log.info({ means: session.means }, "signed in");
}
