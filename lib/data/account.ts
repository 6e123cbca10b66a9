import "server-only";
import { forgetLinks } from "./account-links";
import { audit } from "./audit";
import { database } from "./database";
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
  return endSessions(viewer, { passwordHash }, "password.changed");
}

/** Ends every session of the viewer, this one as well, and every link that was sent to them. */
export async function endAllSessions(viewer: Viewer): Promise<void> {
  await endSessions(viewer, {}, "sessions.ended");
}

async function endSessions(
  viewer: Viewer,
  change: { passwordHash?: string },
  action: "password.changed" | "sessions.ended",
): Promise<number> {
  return database().$transaction(async (transaction) => {
    const { sessionVersion } = await transaction.user.update({
      where: { id: viewer.userId },
      data: { ...change, sessionVersion: { increment: 1 } },
      select: { sessionVersion: true },
    });
    await forgetLinks(transaction, viewer.userId);
    if (change.passwordHash !== undefined)
      await transaction.apiToken.updateMany({ where: { userId: viewer.userId, revokedAt: null }, data: { revokedAt: new Date() } });
    await audit(transaction, { actor: viewer.userId, subject: viewer.userId, action });
    return sessionVersion;
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
