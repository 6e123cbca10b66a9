import "server-only";
import { createHmac } from "node:crypto";
import { z } from "zod";
import { serverSecret } from "@/lib/env";
import { database } from "./database";

/**
 * After `limit` attempts without success within `windowMinutes` what is counted is locked for `lockMinutes`: an address, whether
 * anybody has it or not, a device that is known to be somebody's, or a person who is signed in already.
 */
export const signInThrottle = { limit: 8, windowMinutes: 15, lockMinutes: 15 } as const;

const minute = 60_000;
const day = 24 * 60 * minute;
const countedSchema = z.tuple([z.object({ failures: z.number() })]);

export type Attempt = { allowed: boolean; locks: boolean };

/**
 * Counts an attempt before it is looked at, and says whether it may be: of many at once no more than `limit` may; and whether it is
 * the last one before a lock. Where a lock `grows` each that follows another within a day lasts twice as long, a day at most. One
 * statement, which also forgets what is older than a day. For lib/auth only.
 */
export async function reserveAttempt(counted: string, now: Date, { grows = false }: { grows?: boolean } = {}): Promise<Attempt> {
  const { limit, windowMinutes, lockMinutes } = signInThrottle;
  const windowStart = new Date(now.getTime() - windowMinutes * minute);
  const yesterday = new Date(now.getTime() - day);
  const key = keyOf(counted);
  const rows = await database().$queryRaw`
    WITH old AS (
      DELETE FROM "SignInThrottle" WHERE "key" IN (
        SELECT "key" FROM "SignInThrottle"
        WHERE "firstAt" < ${yesterday} AND COALESCE("lockedUntil", "firstAt") < ${yesterday} AND "key" <> ${key}
        LIMIT 100 FOR UPDATE SKIP LOCKED
      )
    )
    INSERT INTO "SignInThrottle" AS throttle ("key", "failures", "firstAt") VALUES (${key}, 1, ${now})
    ON CONFLICT ("key") DO UPDATE SET ("failures", "firstAt", "lockedUntil", "locks") = (
      SELECT
        CASE WHEN past THEN 1 ELSE LEAST(throttle."failures", ${limit}) + 1 END,
        CASE WHEN past THEN ${now} ELSE throttle."firstAt" END,
        CASE WHEN past THEN NULL WHEN locks THEN ${now}::timestamptz + lasting ELSE throttle."lockedUntil" END,
        CASE WHEN locks THEN former + 1 ELSE former END
      FROM (
        SELECT *, NOT past AND throttle."failures" + 1 = ${limit} AS locks,
          LEAST(make_interval(mins => ${lockMinutes}::int * CASE WHEN ${grows} THEN (1 << LEAST(former, 10)) ELSE 1 END), interval '1 day') AS lasting
        FROM (
          SELECT COALESCE(throttle."lockedUntil" <= ${now}, throttle."firstAt" < ${windowStart}) AS past,
            CASE WHEN COALESCE(throttle."lockedUntil", throttle."firstAt") < ${yesterday} THEN 0 ELSE throttle."locks" END AS former
        ) AS window_
      ) AS outcome
    )
    RETURNING "failures"`;
  const [{ failures }] = countedSchema.parse(rows);
  return { allowed: failures <= limit, locks: failures === limit };
}

/** After a success the count begins anew. For lib/auth only. */
export async function forgetFailures(counted: string): Promise<void> {
  await database().signInThrottle.deleteMany({ where: { key: keyOf(counted) } });
}

/** Under the server's secret, so that nobody who reads the table can try addresses against it. */
function keyOf(counted: string): string {
  return createHmac("sha256", serverSecret()).update(counted).digest("hex");
}
