import "server-only";
import { database } from "./database";

// What a device is asked to sign, once and soon. `userId` is null where somebody is yet to say who they are. For lib/auth only.

const minutes = 5;

export async function keepChallenge(challenge: string, userId: string | null): Promise<void> {
  const now = new Date();
  await database().passkeyChallenge.deleteMany({ where: { expiresAt: { lt: now } } });
  await database().passkeyChallenge.create({ data: { challenge, userId, expiresAt: new Date(now.getTime() + minutes * 60_000) } });
}

/** Uses the challenge up, of many at once a single time. False where it was not given out for this person, or its time is over. */
export async function takeChallenge(challenge: string, userId: string | null): Promise<boolean> {
  const { count } = await database().passkeyChallenge.deleteMany({ where: { challenge, userId, expiresAt: { gt: new Date() } } });
  return count > 0;
}

export type StoredPasskey = {
  id: string;
  credentialId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  transports: string[];
  user: { id: string; email: string; sessionVersion: number };
};

/** The key that a device says it has; null where nobody does. */
export async function findPasskey(credentialId: string): Promise<StoredPasskey | null> {
  const row = await database().passkey.findUnique({
    where: { credentialId },
    select: {
      id: true,
      credentialId: true,
      publicKey: true,
      counter: true,
      transports: true,
      user: { select: { id: true, email: true, sessionVersion: true } },
    },
  });
  return row && { ...row, counter: Number(row.counter) };
}

/** The keys that a person's devices have. */
export async function passkeysOf(userId: string): Promise<{ credentialId: string; transports: string[] }[]> {
  return database().passkey.findMany({ where: { userId }, select: { credentialId: true, transports: true } });
}

export async function notePasskeyUse(id: string, counter: number): Promise<void> {
  await database().passkey.update({ where: { id }, data: { counter: BigInt(counter), lastUsedAt: new Date() } });
}
