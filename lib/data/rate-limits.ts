import "server-only";
import { createHmac } from "node:crypto";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { environment } from "@/lib/env";
import { type Database, database } from "./database";

/** So many points within so many seconds, for each key. `name` keeps its keys apart from other policies'. */
export type RatePolicy = { name: string; points: number; seconds: number };
export type Spending = { allowed: boolean; policy: RatePolicy; remaining: number; resetSeconds: number };

const limiters = new WeakMap<Database, Map<string, RateLimiterPrisma>>();
const oneHour = 60 * 60_000;
let forgottenAt = 0;

/**
 * Spends points of a key's quota, counted in the database for all instances together, and says whether they were there. What
 * was asked beyond the quota counts too, until its window ends. Keys are kept under the server's secret. For lib/api and lib/auth.
 */
export async function spend(key: string, points: number, policy: RatePolicy): Promise<Spending> {
  await forget();
  try {
    return told(policy, true, await limiterOf(policy).consume(hidden(key), points));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return told(policy, false, refusal);
  }
}

function told(policy: RatePolicy, allowed: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): Spending {
  return { allowed, policy, remaining: Math.max(0, remainingPoints), resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) };
}

function limiterOf({ name, points, seconds }: RatePolicy): RateLimiterPrisma {
  const store = database();
  const known = limiters.get(store) ?? new Map<string, RateLimiterPrisma>();
  limiters.set(store, known);
  const id = `${name} ${points} ${seconds}`;
  const limiter =
    known.get(id) ??
    new RateLimiterPrisma({
      storeClient: store,
      tableName: "rateLimit",
      keyPrefix: name,
      points,
      duration: seconds,
      clearExpiredByTimeout: false,
    });
  known.set(id, limiter);
  return limiter;
}

/** Deletes, once in an hour, what nobody asks for any more. */
async function forget(now = Date.now()): Promise<void> {
  if (now < forgottenAt + oneHour) return;
  forgottenAt = now;
  await database().rateLimit.deleteMany({ where: { expire: { lt: new Date(now - oneHour) } } });
}

function hidden(key: string): string {
  return createHmac("sha256", environment().NEXTAUTH_SECRET ?? "marcha in development")
    .update(key)
    .digest("base64url");
}
