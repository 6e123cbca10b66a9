import "server-only";
import { fail, type Result, succeed } from "@/lib/result";
import { audit } from "./audit";
import { database, type Transaction } from "./database";
import { permittedAthlete } from "./permitted";
import { lockRecords, lockTeamConsents } from "./record-locks";
import { refreshRoster } from "./summaries";
import type { Viewer } from "./viewer";

// The end of a person's data: all of it in one transaction, or nothing. Foreign keys take what hangs on a record with it.

/** Deleting many records takes longer than a usual transaction may. */
const patience = { timeout: 120_000, maxWait: 30_000 };

/** A team that nobody would answer for, while others work there or people without a sign-in trust it with their records. */
export type OwnedTeam = { id: string; name: string };

/** The teams that stand in the way: the viewer is their only owner, and somebody else has to do with them. */
export async function teamsToHandOver(viewer: Viewer): Promise<OwnedTeam[]> {
  return ownedAlone(viewer, database(), { others: true });
}

/**
 * Erases the viewer's account and record: assessments, predictions, corrections, notes on them, consents, links, imports, tokens,
 * records merged into theirs, teams that are theirs alone, and refused rows of files that name them. What stays is that an
 * erasure took place, under a key that leads to nobody.
 */
export async function eraseAccount(viewer: Viewer): Promise<Result<null, { reason: "owns_teams"; teams: OwnedTeam[] }>> {
  return database().$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${viewer.userId}::uuid FOR UPDATE`;
    const teams = await ownedAlone(viewer, transaction, { others: true });
    if (teams.length > 0) return fail({ reason: "owns_teams", teams });
    await audit(transaction, { actor: viewer.userId, subject: viewer.userId, action: "account.erased" });
    const own = await transaction.athlete.findFirst({ where: { userId: viewer.userId }, select: { id: true } });
    if (own) await eraseRecords(transaction, own.id);
    const empty = (await ownedAlone(viewer, transaction, { others: false })).map(({ id }) => id);
    // Whoever writes for an athlete who shares with one of them holds the consent, and then writes a line of the team.
    await lockTeamConsents(transaction, empty);
    await transaction.team.deleteMany({ where: { id: { in: empty } } });
    await transaction.user.deleteMany({ where: { id: viewer.userId } });
    return succeed(null);
  }, patience);
}

/** Erases the record of somebody without a sign-in who asked for it. False where there is none that the viewer administers. */
export async function eraseRecord(viewer: Viewer, athleteId: string): Promise<boolean> {
  return database().$transaction(async (transaction) => {
    await lockRecords(transaction, [athleteId]);
    const athlete = await permittedAthlete(viewer, athleteId, "administer", transaction);
    if (!athlete) return false;
    await audit(transaction, { actor: viewer.userId, subject: null, athlete: athlete.id, action: "record.erased" });
    await eraseRecords(transaction, athlete.id);
    return true;
  }, patience);
}

/** A record with those that were merged into it, and what files brought in say of the person and was refused. */
async function eraseRecords(transaction: Transaction, athleteId: string): Promise<void> {
  const merged = await transaction.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE part AS (
      SELECT ${athleteId}::uuid AS id
      UNION SELECT merge."sourceId" FROM "AthleteMerge" merge JOIN part ON part.id = merge."targetId" WHERE merge."undoneAt" IS NULL
    ) SELECT id::text FROM part`;
  const ids = merged.map(({ id }) => id);
  await lockRecords(transaction, ids);
  const records = await transaction.athlete.findMany({ where: { id: { in: ids } }, select: { name: true, identifier: true } });
  const names = records.flatMap(({ name, identifier }) => [name, identifier]).filter((text) => text !== null);
  for (const name of new Set(names)) {
    await transaction.$executeRaw`
      DELETE FROM "ImportRefusal" refusal USING "Import" import, "Consent" consent
      WHERE refusal."importId" = import."id" AND consent."teamId" = import."teamId" AND consent."athleteId" = ANY(${ids}::uuid[])
        AND refusal."cells" @> jsonb_build_array(${name}::text)`;
  }
  await transaction.athlete.deleteMany({ where: { id: { in: ids } } });
}

async function ownedAlone(viewer: Viewer, client: Transaction, { others }: { others: boolean }): Promise<OwnedTeam[]> {
  const teams = await client.team.findMany({
    where: {
      memberships: { some: { userId: viewer.userId, role: "owner" }, none: { userId: { not: viewer.userId }, role: "owner" } },
    },
    select: {
      id: true,
      name: true,
      memberships: { where: { userId: { not: viewer.userId } }, select: { userId: true }, take: 1 },
      consents: { where: { revokedAt: null, athlete: { userId: null } }, select: { id: true }, take: 1 },
    },
  });
  return teams
    .filter(({ memberships, consents }) => (memberships.length > 0 || consents.length > 0) === others)
    .map(({ id, name }) => ({ id, name }));
}

/** Ends the consent of somebody without a sign-in who took it back, for one team. False where the viewer may not say so. */
export async function endPatientConsent(viewer: Viewer, athleteId: string, teamId: string): Promise<boolean> {
  return database().$transaction(async (transaction) => {
    await lockRecords(transaction, [athleteId]);
    const athlete = await permittedAthlete(viewer, athleteId, "administer", transaction);
    if (!athlete) return false;
    const { count } = await transaction.consent.updateMany({
      where: { athleteId: athlete.id, teamId, revokedAt: null, team: { memberships: { some: { userId: viewer.userId } } } },
      data: { revokedAt: new Date() },
    });
    if (count === 0) return false;
    await audit(transaction, { actor: viewer.userId, subject: null, athlete: athlete.id, action: "consent.withdrawn", target: teamId });
    await refreshRoster(transaction, athlete.id);
    return true;
  });
}
