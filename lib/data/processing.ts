import "server-only";
import { audit } from "./audit";
import { database } from "./database";
import { lockRecords } from "./record-locks";
import { refreshRoster } from "./summaries";
import type { Viewer } from "./viewer";

// The consent to having health data processed at all. Without it nothing is shown, shared or worked out.

/**
 * Takes the viewer's consent back: with it ends every sharing, being counted among everyone, every token, and what they are
 * bringing in. Their record stays, closed, until they consent again or erase it.
 */
export async function withdrawProcessing(viewer: Viewer): Promise<void> {
  await database().$transaction(async (transaction) => {
    const now = new Date();
    await transaction.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${viewer.userId}::uuid FOR UPDATE`;
    const { count } = await transaction.processingConsent.updateMany({
      where: { userId: viewer.userId, withdrawnAt: null },
      data: { withdrawnAt: now },
    });
    if (count === 0) return;
    if (viewer.athleteId) await lockRecords(transaction, [viewer.athleteId]);
    const athlete = { athlete: { userId: viewer.userId } };
    await transaction.consent.updateMany({ where: { ...athlete, revokedAt: null }, data: { revokedAt: now } });
    await transaction.referenceConsent.updateMany({ where: { ...athlete, revokedAt: null }, data: { revokedAt: now } });
    await transaction.accessOffer.updateMany({ where: { ...athlete, acceptedAt: null, revokedAt: null }, data: { revokedAt: now } });
    await transaction.apiToken.updateMany({ where: { userId: viewer.userId, revokedAt: null }, data: { revokedAt: now } });
    await transaction.import.deleteMany({
      where: { createdById: viewer.userId, status: { in: ["uploaded", "checking", "checked", "running"] } },
    });
    await audit(transaction, { actor: viewer.userId, subject: viewer.userId, action: "processing.withdrawn" });
    if (viewer.athleteId) await refreshRoster(transaction, viewer.athleteId);
  });
}

/** Gives the consent again, to the text of this version. What was shared before is not shared again by it. */
export async function giveProcessing(viewer: Viewer, textVersion: string): Promise<void> {
  await database().$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${viewer.userId}::uuid FOR UPDATE`;
    const standing = await transaction.processingConsent.count({ where: { userId: viewer.userId, withdrawnAt: null } });
    if (standing > 0) return;
    await transaction.processingConsent.create({ data: { userId: viewer.userId, textVersion } });
    await audit(transaction, { actor: viewer.userId, subject: viewer.userId, action: "processing.granted" });
  });
}
