import "server-only";
import { audit } from "./audit";
import { database, type Transaction } from "./database";
import { uuidOrNone } from "./ids";
import { endSessions } from "./sessions";
import type { Viewer } from "./viewer";

// What a person signs in with beside their password: an app that shows codes, passkeys, and codes for when both are lost.

export type PasskeyEntry = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null };
export type SecondFactors = { authenticator: boolean; passkeys: PasskeyEntry[]; recoveryCodesLeft: number };

/** The most passkeys a person has: one for each device, and some that they forgot. */
export const mostPasskeys = 10;

export async function readSecondFactors(viewer: Viewer): Promise<SecondFactors> {
  const [authenticator, passkeys, recoveryCodesLeft] = await Promise.all([
    database().authenticator.count({ where: { userId: viewer.userId, confirmedAt: { not: null } } }),
    database().passkey.findMany({
      where: { userId: viewer.userId },
      select: { id: true, name: true, createdAt: true, lastUsedAt: true },
      orderBy: { createdAt: "asc" },
    }),
    database().recoveryCode.count({ where: { userId: viewer.userId, usedAt: null } }),
  ]);
  return { authenticator: authenticator > 0, passkeys, recoveryCodesLeft };
}

/** Keeps the sealed secret of an app that has yet to show a right code. One that counts already is left alone: false. */
export async function beginAuthenticator(viewer: Viewer, sealedSecret: string): Promise<boolean> {
  const { count } = await database().authenticator.deleteMany({ where: { userId: viewer.userId, confirmedAt: null } });
  const known = count === 0 ? await database().authenticator.count({ where: { userId: viewer.userId } }) : 0;
  if (known > 0) return false;
  await database().authenticator.create({ data: { userId: viewer.userId, secret: sealedSecret } });
  return true;
}

export type StoredAuthenticator = { sealedSecret: string; confirmed: boolean; lastTimeStep: number };

/** For lib/auth only. */
export async function findAuthenticator(viewer: Viewer): Promise<StoredAuthenticator | null> {
  const row = await database().authenticator.findUnique({ where: { userId: viewer.userId } });
  return row && { sealedSecret: row.secret, confirmed: row.confirmedAt !== null, lastTimeStep: row.lastTimeStep };
}

/** Takes a time step for used, of many at once a single time, and never an earlier one after it. For lib/auth only. */
export async function takeTimeStep(viewer: Viewer, timeStep: number): Promise<boolean> {
  const { count } = await database().authenticator.updateMany({
    where: { userId: viewer.userId, lastTimeStep: { lt: timeStep } },
    data: { lastTimeStep: timeStep },
  });
  return count > 0;
}

/** From now on the app's codes are asked for. Ends every session and tells the version under which this one goes on. For lib/auth only. */
export async function confirmAuthenticator(viewer: Viewer, codeHashes: readonly string[]): Promise<number> {
  return database().$transaction(async (transaction) => {
    await transaction.authenticator.update({ where: { userId: viewer.userId }, data: { confirmedAt: new Date() } });
    return added(transaction, viewer, codeHashes);
  });
}

/** Forgets the app; the viewer's other factors stay. Ends every session as {@link confirmAuthenticator} does; null where there was none. */
export async function removeAuthenticator(viewer: Viewer): Promise<number | null> {
  return database().$transaction(async (transaction) => {
    const { count } = await transaction.authenticator.deleteMany({ where: { userId: viewer.userId } });
    return count > 0 ? removed(transaction, viewer) : null;
  });
}

export type NewPasskey = { name: string; credentialId: string; publicKey: Uint8Array<ArrayBuffer>; counter: number; transports: string[] };

/** As {@link confirmAuthenticator}, for a device's key; null where the viewer has as many as one may. For lib/auth only. */
export async function addPasskey(viewer: Viewer, passkey: NewPasskey, codeHashes: readonly string[]): Promise<number | null> {
  return database().$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${viewer.userId}::uuid FOR NO KEY UPDATE`;
    if ((await transaction.passkey.count({ where: { userId: viewer.userId } })) >= mostPasskeys) return null;
    await transaction.passkey.create({ data: { userId: viewer.userId, ...passkey, counter: BigInt(passkey.counter) } });
    return added(transaction, viewer, codeHashes);
  });
}

/** As {@link removeAuthenticator}, for a key of the viewer's. */
export async function removePasskey(viewer: Viewer, id: string): Promise<number | null> {
  return database().$transaction(async (transaction) => {
    const { count } = await transaction.passkey.deleteMany({ where: { id: uuidOrNone(id), userId: viewer.userId } });
    return count > 0 ? removed(transaction, viewer) : null;
  });
}

/** Recovery codes are made with the first factor. Every session ends, for none of them has shown it. */
async function added(transaction: Transaction, viewer: Viewer, codeHashes: readonly string[]): Promise<number> {
  const { userId } = viewer;
  if ((await transaction.recoveryCode.count({ where: { userId, usedAt: null } })) === 0) await writeCodes(transaction, userId, codeHashes);
  await audit(transaction, { actor: userId, subject: userId, action: "factor.added" });
  return endSessions(transaction, userId);
}

/** Codes without a factor would lead nowhere. Sessions that were begun with it end: it may be gone because another one has it. */
async function removed(transaction: Transaction, { userId }: Viewer): Promise<number> {
  if (!(await hasFactor(transaction, userId))) await transaction.recoveryCode.deleteMany({ where: { userId } });
  await audit(transaction, { actor: userId, subject: userId, action: "factor.removed" });
  return endSessions(transaction, userId);
}

/** Puts new codes in the place of those there are. */
export async function renewRecoveryCodes(viewer: Viewer, codeHashes: readonly string[]): Promise<void> {
  await database().$transaction(async (transaction) => {
    await writeCodes(transaction, viewer.userId, codeHashes);
    await audit(transaction, { actor: viewer.userId, subject: viewer.userId, action: "recovery.renewed" });
  });
}

async function writeCodes(transaction: Transaction, userId: string, codeHashes: readonly string[]): Promise<void> {
  await transaction.recoveryCode.deleteMany({ where: { userId } });
  await transaction.recoveryCode.createMany({ data: codeHashes.map((codeHash) => ({ userId, codeHash })) });
}

/** Uses a code up, of many at once a single time. For lib/auth only. */
export async function takeRecoveryCode(viewer: Viewer, codeHash: string): Promise<boolean> {
  return database().$transaction(async (transaction) => {
    const { count } = await transaction.recoveryCode.updateMany({
      where: { userId: viewer.userId, codeHash, usedAt: null },
      data: { usedAt: new Date() },
    });
    if (count > 0) await audit(transaction, { actor: viewer.userId, subject: viewer.userId, action: "recovery.used" });
    return count > 0;
  });
}

/** Whether the person signs in with more than a password. For lib/auth only. */
export function needsSecondFactor(userId: string): Promise<boolean> {
  return hasFactor(database(), userId);
}

async function hasFactor(transaction: Transaction, userId: string): Promise<boolean> {
  const [authenticators, passkeys] = await Promise.all([
    transaction.authenticator.count({ where: { userId, confirmedAt: { not: null } } }),
    transaction.passkey.count({ where: { userId } }),
  ]);
  return authenticators + passkeys > 0;
}
