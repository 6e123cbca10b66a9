import "server-only";
import { type SignInMeans, traceSignIn } from "@/lib/data/sign-ins";
import { log } from "@/lib/log";
import { rememberDevice } from "./known-device";

/** What follows where somebody has shown who they are and their session begins. In an action or a route handler only. */
export async function sessionBegun({ userId, email }: { userId: string; email: string }, means: SignInMeans): Promise<void> {
  await rememberDevice(email);
  await traceSignIn(userId, means);
  log.info({ means }, "signed in");
}
