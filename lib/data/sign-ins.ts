import "server-only";
import { audit } from "./audit";
import { database } from "./database";

export type SignInMeans = "password" | "second factor" | "passkey" | "google" | "sign-up";

/** Traces that a session was begun, and by what. For lib/auth only. */
export async function traceSignIn(userId: string, means: SignInMeans): Promise<void> {
  await trace(userId, "session.begun", means);
}

/** Traces that somebody who knew the password did not know the second factor, or tried so often that it was locked. For lib/auth only. */
export async function traceRefusedFactor(userId: string, { locked }: { locked: boolean }): Promise<void> {
  await trace(userId, locked ? "factor.locked" : "factor.refused");
}

async function trace(userId: string, action: "session.begun" | "factor.refused" | "factor.locked", target?: string): Promise<void> {
  await database().$transaction((transaction) => audit(transaction, { actor: userId, subject: userId, action, target }));
}
