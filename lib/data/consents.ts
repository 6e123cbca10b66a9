import "server-only";
import { audit } from "./audit";
import { database, type Transaction } from "./database";
import type { ConsentScope } from "./generated/enums";
import { uuidOrNone } from "./ids";
import { permittedAthletes } from "./permissions";
import { lockRecords } from "./record-locks";
import { refreshRoster } from "./summaries";
import { openLink } from "./tokens";
import type { Viewer } from "./viewer";

// What athletes say yes to, and how they take it back. Who shares with whom at present is read by shared-access.ts.

/** The version of the text in messages `sharing.consent.*`: raise it when the text changes in meaning. */
export const sharingTextVersion = "2026-11";

/** The version of the text in messages `sharing.reference.*`: raise it when the text changes in meaning. */
export const referenceTextVersion = "2026-11";

export type Grant = {
  /** Who did what grants it: the athlete, or for a patient without a sign-in the coach. */
  actor: string;
  athlete: { id: string; userId: string | null };
  teamId: string;
  scope: ConsentScope;
  /** The text agreed to; the present one where none is given. */
  textVersion?: string;
  /** For a patient without a sign-in: who obtained the consent, and how. */
  obtained?: { byId: string; how: string };
};

/** Writes an athlete's yes to a team in the caller's transaction. A former yes to the same team ends where this one begins. */
export async function grantConsent(transaction: Transaction, grant: Grant): Promise<void> {
  const { actor, athlete, teamId, scope, textVersion = sharingTextVersion, obtained } = grant;
  await lockRecords(transaction, [athlete.id]);
  const standing = await standingConsent(transaction, athlete.id, teamId);
  const at = standing ? await endConsent(transaction, standing) : new Date();
  await transaction.consent.create({
    data: {
      athleteId: athlete.id,
      teamId,
      scope,
      textVersion,
      grantedAt: at,
      obtainedById: obtained?.byId ?? null,
      obtainedHow: obtained?.how ?? null,
    },
  });
  const action = standing ? "consent.changed" : "consent.granted";
  await audit(transaction, { actor, subject: athlete.userId, athlete: athlete.id, action, target: teamId });
  await refreshRoster(transaction, athlete.id);
}

/** Changes between view and view-and-record. False where the viewer does not share with the team. */
export async function changeScope(viewer: Viewer, teamId: string, scope: ConsentScope): Promise<boolean> {
  return inOwnRecord(viewer, async (transaction, athlete) => {
    const standing = await standingConsent(transaction, athlete.id, teamId);
    if (!standing) return false;
    if (standing.scope !== scope) await grantConsent(transaction, { actor: viewer.userId, athlete, teamId, scope });
    return true;
  });
}

/**
 * Ends the viewer's consent for a team, and with it what its coaches may see, from this moment. What the viewer offered to
 * them and they have not taken up ends too. False where the viewer does not share with the team.
 */
export async function withdraw(viewer: Viewer, teamId: string): Promise<boolean> {
  return inOwnRecord(viewer, async (transaction, athlete) => {
    const standing = await standingConsent(transaction, athlete.id, teamId);
    if (!standing) return false;
    const at = await endConsent(transaction, standing);
    const members = await transaction.user.findMany({ where: { memberships: { some: { teamId } } }, select: { email: true } });
    await transaction.accessOffer.updateMany({
      where: { athleteId: athlete.id, email: { in: members.map(({ email }) => email) }, ...openLink() },
      data: { revokedAt: at },
    });
    await audit(transaction, { actor: viewer.userId, subject: athlete.userId, action: "consent.withdrawn", target: teamId });
    await refreshRoster(transaction, athlete.id);
    return true;
  });
}

/** Shares anew with a team that the viewer shared with before. False where they never did, or do so now. */
export async function shareAgain(viewer: Viewer, teamId: string, scope: ConsentScope): Promise<boolean> {
  return inOwnRecord(viewer, async (transaction, athlete) => {
    const former = await transaction.consent.count({ where: { athleteId: athlete.id, teamId: uuidOrNone(teamId) } });
    if (former === 0 || (await standingConsent(transaction, athlete.id, teamId))) return false;
    await grantConsent(transaction, { actor: viewer.userId, athlete, teamId, scope });
    return true;
  });
}

/** Whether the viewer is counted, without a name, among everyone others are compared with, and since when. */
export async function readReferenceConsent(viewer: Viewer): Promise<{ since: Date } | null> {
  const standing = await database().referenceConsent.findFirst({
    where: { revokedAt: null, athlete: permittedAthletes(viewer, "own") },
    select: { grantedAt: true },
  });
  return standing && { since: standing.grantedAt };
}

/** The viewer's yes or no to being counted. False where they have no record yet. */
export async function setReferenceConsent(viewer: Viewer, yes: boolean): Promise<boolean> {
  return inOwnRecord(viewer, async (transaction, athlete) => {
    const standing = await transaction.referenceConsent.findFirst({ where: { athleteId: athlete.id, revokedAt: null } });
    if (yes === (standing !== null)) return true;
    if (standing) {
      await transaction.referenceConsent.update({ where: { id: standing.id }, data: { revokedAt: notBefore(standing.grantedAt) } });
    } else {
      const data = { athleteId: athlete.id, textVersion: referenceTextVersion, grantedAt: new Date() };
      await transaction.referenceConsent.create({ data });
    }
    const action = yes ? "reference.granted" : "reference.withdrawn";
    await audit(transaction, { actor: viewer.userId, subject: athlete.userId, action });
    return true;
  });
}

type OwnRecord = { id: string; userId: string | null };

/** Runs `change` in a transaction that holds the viewer's own record; false where they have none. */
async function inOwnRecord(viewer: Viewer, change: (transaction: Transaction, athlete: OwnRecord) => Promise<boolean>): Promise<boolean> {
  return database().$transaction(async (transaction) => {
    const athlete = await transaction.athlete.findFirst({
      where: permittedAthletes(viewer, "own"),
      select: { id: true, userId: true },
    });
    if (!athlete) return false;
    await lockRecords(transaction, [athlete.id]);
    return change(transaction, athlete);
  });
}

function standingConsent(transaction: Transaction, athleteId: string, teamId: string) {
  return transaction.consent.findFirst({
    where: { athleteId, teamId: uuidOrNone(teamId), revokedAt: null },
    select: { id: true, scope: true, grantedAt: true },
  });
}

/** Ends a consent and says at which moment it did. */
async function endConsent(transaction: Transaction, consent: { id: string; grantedAt: Date }): Promise<Date> {
  const revokedAt = notBefore(consent.grantedAt);
  await transaction.consent.update({ where: { id: consent.id }, data: { revokedAt } });
  return revokedAt;
}

/** Now, or where another server's clock is ahead the moment after which it must be. */
function notBefore(moment: Date): Date {
  return new Date(Math.max(Date.now(), moment.getTime()));
}
