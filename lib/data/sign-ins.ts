import "server-only";
import { audit } from "./audit";
import { database } from "./database";
import { keepSession, type OpenSession } from "./open-sessions";
import type { SignInMeans } from "./sign-in-means";

/** Traces that a session was begun, and by what, and lists it where it can be ended by itself. For lib/auth only. */
export async function traceSignIn(userId: string, means: SignInMeans, session: OpenSession | null): Promise<void> {
  await database().$transaction(async (transaction) => {
    if (session) await keepSession(session, transaction);
    await audit(transaction, { actor: userId, subject: userId, action: "session.begun", target: means });
  });
}

/** Traces that somebody who knew the password did not know the second factor, or tried so often that it was locked. For lib/auth only. */
export async function traceRefusedFactor(userId: string, { locked }: { locked: boolean }): Promise<void> {
  const action = locked ? "factor.locked" : "factor.refused";
  await database().$transaction((transaction) => audit(transaction, { actor: userId, subject: userId, action }));
}
