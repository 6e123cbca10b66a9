import "server-only";
import { audit } from "./audit";
import { database } from "./database";
import { endSessions, forgetLinks, replacePassword } from "./sessions";
import type { Viewer } from "./viewer";

export type Account = { email: string; verified: boolean; hasPassword: boolean; google: boolean };

/** How the viewer signs in, and whether their address is known to reach them. */
export async function readAccount(viewer: Viewer): Promise<Account> {
  const user = await database().user.findUniqueOrThrow({
    where: { id: viewer.userId },
    select: { email: true, emailVerifiedAt: true, passwordHash: true, googleSubject: true },
  });
  return {
    email: user.email,
    // Google vouches for the addresses it hands over.
    verified: user.emailVerifiedAt !== null || user.googleSubject !== null,
    hasPassword: user.passwordHash !== null,
    google: user.googleSubject !== null,
  };
}

/**
 * Sets another password. Every session of the viewer ends, and every token and link of theirs. Tells the version under which this
 * session may go on.
 */
export async function changePassword(viewer: Viewer, passwordHash: string): Promise<number> {
  return database().$transaction((transaction) => replacePassword(transaction, viewer.userId, passwordHash));
}

/** Ends every session of the viewer, this one as well, and every link that was sent to them. */
export async function endAllSessions(viewer: Viewer): Promise<void> {
  await database().$transaction(async (transaction) => {
    await endSessions(transaction, viewer.userId);
    await forgetLinks(transaction, viewer.userId);
    await audit(transaction, { actor: viewer.userId, subject: viewer.userId, action: "sessions.ended" });
  });
}

/** In which language letters to the viewer are written; null where they have not chosen any. */
export async function readLocale(viewer: Viewer): Promise<string | null> {
  return (await database().user.findUniqueOrThrow({ where: { id: viewer.userId }, select: { locale: true } })).locale;
}

/** In which language letters to the viewer are to be written. */
export async function chooseLocale(viewer: Viewer, locale: string): Promise<void> {
  await database().user.update({ where: { id: viewer.userId }, data: { locale } });
}
