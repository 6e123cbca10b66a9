import "server-only";
import { createHmac } from "node:crypto";
import { z } from "zod";
import { serverSecret } from "@/lib/env";
import { database } from "./database";
import { Prisma } from "./generated/client";

/** So many points within so many seconds, for each key. `name` keeps its keys apart from other policies'. */
export type RatePolicy = { name: string; points: number; seconds: number };
export type Spending = { allowed: boolean; policy: RatePolicy; remaining: number; resetSeconds: number };

/** What a {@link spendingBy} gives back. */
export const spentSchema = z.object({ points: z.number(), milliseconds: z.number() });
const oneHour = 60 * 60_000;
let forgottenAt = 0;

/**
 * Spends points of a key's quota, counted in the database for all instances together, and says whether they were there. What
 * was asked beyond the quota counts too, until its window ends. Keys are kept under the server's secret. For lib/api and lib/auth.
 */
export async function spend(key: string, points: number, policy: RatePolicy): Promise<Spending> {
  return spendAlone(Prisma.sql`SELECT ${hidden(key)}`, points, policy);
}

/** As {@link spend}, of a person's own quota. For lib/api only. */
export async function spendAs(userId: string, points: number, policy: RatePolicy): Promise<Spending> {
  return spendAlone(Prisma.sql`SELECT ${keyOfPerson(Prisma.sql`${userId}`)}`, points, policy);
}

/** Of a person's id, in SQL. Nobody guesses an id, so its hash needs no secret; once the person is erased it says nothing of them. */
export const keyOfPerson = (userId: Prisma.Sql): Prisma.Sql => Prisma.sql`encode(sha256(convert_to(${userId}::text, 'UTF8')), 'hex')`;

async function spendAlone(keys: Prisma.Sql, points: number, policy: RatePolicy): Promise<Spending> {
  await forgetSpent();
  const [spent] = z.tuple([spentSchema]).parse(
    await database()
      .$statements()
      .$queryRaw(spendingBy(keys, points, policy)),
  );
  return spendingOf(spent, policy);
}

/**
 * The statement that spends for each key that the query `keys` selects, to stand alone or in the statement that finds out who asks.
 * It is one, so that of many at once each is counted.
 */
export const spendingBy = (keys: Prisma.Sql, points: number, { name, seconds }: RatePolicy): Prisma.Sql => Prisma.sql`
  INSERT INTO "RateLimit" AS spent ("key", "points", "expire")
  SELECT ${`${name}:`} || asking."key", ${points}::int, now() + make_interval(secs => ${seconds}) FROM (${keys}) AS asking("key")
  ON CONFLICT ("key") DO UPDATE SET
    "points" = CASE WHEN spent."expire" > now() THEN spent."points" + EXCLUDED."points" ELSE EXCLUDED."points" END,
    "expire" = CASE WHEN spent."expire" > now() THEN spent."expire" ELSE EXCLUDED."expire" END
  RETURNING "points", (extract(epoch FROM "expire" - now()) * 1000)::float8 AS "milliseconds"`;

export function spendingOf({ points, milliseconds }: z.infer<typeof spentSchema>, policy: RatePolicy): Spending {
  return {
    allowed: points <= policy.points,
    policy,
    remaining: Math.max(0, policy.points - points),
    resetSeconds: Math.max(1, Math.ceil(milliseconds / 1000)),
  };
}

/**
 * Deletes, once in an hour, what nobody asks for any more. For whatever spends. In SQL, as all that the first answer waits for: a
 * process takes long to make its first statement out of a model.
 */
export async function forgetSpent(now = Date.now()): Promise<void> {
  if (now < forgottenAt + oneHour) return;
  forgottenAt = now;
  await database().$statements().$executeRaw`DELETE FROM "RateLimit" WHERE "expire" < ${new Date(now - oneHour)}`;
}

function hidden(key: string): string {
  return createHmac("sha256", serverSecret()).update(key).digest("base64url");
}
