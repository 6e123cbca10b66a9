import "server-only";
import { audit } from "./audit";
import type { Transaction } from "./database";

// What ends with a person's sessions, in the caller's transaction.

/** Ends every session of a person. Tells the version under which one of them may go on, which is listed anew when it does. */
export async function endSessions(transaction: Transaction, userId: string, change: { passwordHash?: string } = {}): Promise<number> {
  const { sessionVersion } = await transaction.user.update({
    where: { id: userId },
    data: { ...change, sessionVersion: { increment: 1 } },
    select: { sessionVersion: true },
  });
  await transaction.openSession.deleteMany({ where: { userId } });
  return sessionVersion;
}

/** What was sent to the person before leads nowhere any more: whoever else could read it is not to come back by it. */
export async function forgetLinks(transaction: Transaction, userId: string): Promise<void> {
  await transaction.accountLink.deleteMany({ where: { userId } });
}

/** Sets another password, which ends every session as {@link endSessions} does, and every token and link of the person's. */
export async function replacePassword(transaction: Transaction, userId: string, passwordHash: string): Promise<number> {
  const sessionVersion = await endSessions(transaction, userId, { passwordHash });
  await forgetLinks(transaction, userId);
  await transaction.apiToken.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: new Date() } });
  await audit(transaction, { actor: userId, subject: userId, action: "password.changed" });
  return sessionVersion;
}
