import "server-only";
import { createHash } from "node:crypto";
import { database } from "./database";

/** After `limit` failures within `windowMinutes` an address is locked for `lockMinutes`, whether anybody has it or not. */
export const signInThrottle = { limit: 8, windowMinutes: 15, lockMinutes: 15 } as const;

const minute = 60_000;

/** Whether sign-in for this address is locked at `now`. For lib/auth only. */
export async function isLocked(email: string, now: Date): Promise<boolean> {
  const row = await database().signInThrottle.findUnique({ where: { key: keyOf(email) }, select: { lockedUntil: true } });
  return row?.lockedUntil != null && row.lockedUntil > now;
}

/** Counts a failure in one statement, so that attempts at once cannot slip past the limit. For lib/auth only. */
export async function countFailure(email: string, now: Date): Promise<void> {
  const windowStart = new Date(now.getTime() - signInThrottle.windowMinutes * minute);
  const lockedUntil = new Date(now.getTime() + signInThrottle.lockMinutes * minute);
  await database().$executeRaw`
    INSERT INTO "SignInThrottle" AS throttle ("key", "failures", "firstAt") VALUES (${keyOf(email)}, 1, ${now})
    ON CONFLICT ("key") DO UPDATE SET
      "failures" = CASE WHEN throttle."firstAt" < ${windowStart} THEN 1 ELSE throttle."failures" + 1 END,
      "firstAt" = CASE WHEN throttle."firstAt" < ${windowStart} THEN ${now} ELSE throttle."firstAt" END,
      "lockedUntil" = CASE WHEN throttle."firstAt" >= ${windowStart} AND throttle."failures" + 1 >= ${signInThrottle.limit} THEN ${lockedUntil} ELSE throttle."lockedUntil" END`;
}

export async function forgetFailures(email: string): Promise<void> {
  await database().signInThrottle.deleteMany({ where: { key: keyOf(email) } });
}

function keyOf(email: string): string {
  return createHash("sha256").update(email).digest("hex");
}
