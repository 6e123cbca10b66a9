import "server-only";
import { createHmac } from "node:crypto";
import { z } from "zod";
import { serverSecret } from "@/lib/env";
import { database } from "./database";

/** So many points within so many seconds, for each key. `name` keeps its keys apart from other policies'. */
export type RatePolicy = { name: string; points: number; seconds: number };
export type Spending = { allowed: boolean; policy: RatePolicy; remaining: number; resetSeconds: number };

const spentSchema = z.tuple([z.object({ points: z.number(), milliseconds: z.number() })]).transform(([row]) => row);
const oneHour = 60 * 60_000;
let forgottenAt = 0;

/**
 * Spends points of a key's quota, counted in the database for all instances together, and says whether they were there. What
 * was asked beyond the quota counts too, until its window ends. Keys are kept under the server's secret. For lib/api and lib/auth.
 */
export async function spend(key: string, points: number, policy: RatePolicy): Promise<Spending> {
  await forget();
  // One statement, so that of many at once each is counted. Every request to the API pays for it.
  const rows = await database().$queryRaw`
    INSERT INTO "RateLimit" AS spent ("key", "points", "expire")
    VALUES (${`${policy.name}:${hidden(key)}`}, ${points}, now() + make_interval(secs => ${policy.seconds}))
    ON CONFLICT ("key") DO UPDATE SET
      "points" = CASE WHEN spent."expire" > now() THEN spent."points" + EXCLUDED."points" ELSE EXCLUDED."points" END,
      "expire" = CASE WHEN spent."expire" > now() THEN spent."expire" ELSE EXCLUDED."expire" END
    RETURNING "points", (extract(epoch FROM "expire" - now()) * 1000)::float8 AS "milliseconds"`;
  const { points: spent, milliseconds } = spentSchema.parse(rows);
  return {
    allowed: spent <= policy.points,
    policy,
    remaining: Math.max(0, policy.points - spent),
    resetSeconds: Math.max(1, Math.ceil(milliseconds / 1000)),
  };
}

/** Deletes, once in an hour, what nobody asks for any more. */
async function forget(now = Date.now()): Promise<void> {
  if (now < forgottenAt + oneHour) return;
  forgottenAt = now;
  await database().rateLimit.deleteMany({ where: { expire: { lt: new Date(now - oneHour) } } });
}

function hidden(key: string): string {
  return createHmac("sha256", serverSecret()).update(key).digest("base64url");
}
