import "server-only";
import { audit } from "./audit";
import { database } from "./database";

/** A session that was ended before its time. It is known by that until no token of it could be good any more. For lib/auth, and for the list of them. */
export async function endOneSession({ sessionId, userId, until }: { sessionId: string; userId: string; until: Date }): Promise<void> {
  await database().$transaction(async (transaction) => {
    const { count } = await transaction.endedSession.createMany({ data: { id: sessionId, until }, skipDuplicates: true });
    await transaction.openSession.deleteMany({ where: { id: sessionId, userId } });
    if (count > 0) await audit(transaction, { actor: userId, subject: userId, action: "session.ended" });
  });
}
