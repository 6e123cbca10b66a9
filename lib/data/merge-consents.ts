import "server-only";
import { z } from "zod";
import type { Transaction } from "./database";

// The consents of a record that becomes part of another.

export const endedConsentSchema = z.object({ id: z.guid(), teamId: z.guid(), scope: z.enum(["view", "record"]) });
type EndedConsent = z.infer<typeof endedConsentSchema>;

/** The consents of records that stand, locked: none of them ends unseen before the transaction does. */
export async function lockStandingConsents(transaction: Transaction, athleteIds: readonly string[]) {
  for (const id of athleteIds.toSorted()) {
    await transaction.$queryRaw`SELECT 1 FROM "Consent" WHERE "athleteId" = ${id}::uuid AND "revokedAt" IS NULL ORDER BY "id" FOR UPDATE`;
  }
  return transaction.consent.findMany({
    where: { athleteId: { in: [...athleteIds] }, revokedAt: null },
    orderBy: { teamId: "asc" },
  });
}

export async function endConsents(transaction: Transaction, athleteId: string): Promise<EndedConsent[]> {
  const standing = await lockStandingConsents(transaction, [athleteId]);
  // By the database's clock, which granted them.
  await transaction.$executeRaw`UPDATE "Consent" SET "revokedAt" = GREATEST(CURRENT_TIMESTAMP, "grantedAt")
    WHERE "athleteId" = ${athleteId}::uuid AND "revokedAt" IS NULL`;
  return standing.map(({ id, teamId, scope }) => ({ id, teamId, scope }));
}

/** The consents stand again as they did. */
export async function restoreConsents(transaction: Transaction, ended: readonly EndedConsent[]): Promise<void> {
  await transaction.consent.updateMany({ where: { id: { in: ended.map(({ id }) => id) } }, data: { revokedAt: null } });
}

/**
 * The consents stand again as far as the person's word on the record they became part of still goes: a consent that ended
 * there does not come back here, and one that was changed there counts here as changed.
 */
export async function restoreConsentsAsNow(
  transaction: Transaction,
  ended: readonly EndedConsent[],
  { sourceId, targetId }: { sourceId: string; targetId: string },
): Promise<void> {
  const now = await lockStandingConsents(transaction, [targetId]);
  const unchanged = ended.filter((one) => now.some(({ teamId, scope }) => teamId === one.teamId && scope === one.scope));
  await restoreConsents(transaction, unchanged);
  const changed = now.filter((one) => ended.some(({ teamId, scope }) => teamId === one.teamId && scope !== one.scope));
  await transaction.consent.createMany({
    data: changed.map(({ id: _, athleteId: __, ...consent }) => ({ ...consent, athleteId: sourceId })),
  });
}
