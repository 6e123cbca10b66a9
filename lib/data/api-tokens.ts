import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { fail, type Result, succeed } from "@/lib/result";
import { audit } from "./audit";
import { database, type Transaction } from "./database";
import { Prisma } from "./generated/client";
import { uuidOrNone } from "./ids";
import { forgetSpent, keyOfPerson, type RatePolicy, type Spending, spendingBy, spendingOf, spentSchema } from "./rate-limits";
import { viewerColumns, viewerOf, viewerRowSchema } from "./users";
import type { Viewer } from "./viewer";

// Keys with which a person's programs ask in their name. Only a hash is kept: a token is shown once.

/** `read`: look at records. `write`: add athletes and assessments. `predict`: ask the models without storing anything. */
export const tokenScopes = ["read", "write", "predict"] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** For how many days a token may be made. */
export const tokenDays = [30, 90, 365] as const;
export type TokenDays = (typeof tokenDays)[number];

/** How many tokens that work a person may have. */
export const mostTokens = 20;
export const longestTokenName = 60;

/** By it people and programs that look for leaked secrets know one. */
export const tokenPrefix = "marcha_";
const tokenShape = /^marcha_[A-Za-z0-9_-]{43}$/;

const day = 24 * 60 * 60_000;
/** How exact `lastUsedAt` is: not every request writes. */
const usedWithin = 60_000;
const mostListed = 100;

export type NewToken = { name: string; scopes: readonly TokenScope[]; days: TokenDays };

/** Makes a token; `token` is the secret itself, which nobody can be told again. */
export async function createToken(
  viewer: Viewer,
  { name, scopes, days }: NewToken,
): Promise<Result<{ id: string; token: string; expiresAt: Date }, "too_many">> {
  const token = `${tokenPrefix}${randomBytes(32).toString("base64url")}`;
  const expiresAt = new Date(Date.now() + days * day);
  return database().$transaction(async (transaction) => {
    // One after the other, or two at once could both be the last that fits.
    await transaction.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${viewer.userId}::uuid FOR NO KEY UPDATE`;
    if ((await transaction.apiToken.count({ where: working(viewer) })) >= mostTokens) return fail("too_many");
    const { id } = await transaction.apiToken.create({
      data: { userId: viewer.userId, name, tokenHash: hashOf(token), scopes: [...scopes], expiresAt },
      select: { id: true },
    });
    await audit(transaction, { actor: viewer.userId, subject: viewer.userId, action: "token.created", target: id });
    return succeed({ id, token, expiresAt });
  });
}

export type TokenEntry = {
  id: string;
  name: string;
  scopes: TokenScope[];
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  state: "works" | "expired" | "revoked";
};

/** The viewer's tokens, newest first, ended ones too. */
export async function listTokens(viewer: Viewer): Promise<TokenEntry[]> {
  const rows = await database().apiToken.findMany({
    where: { userId: viewer.userId },
    select: { id: true, name: true, scopes: true, createdAt: true, expiresAt: true, lastUsedAt: true, revokedAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostListed,
  });
  return rows.map(({ revokedAt, scopes, ...row }) => ({
    ...row,
    scopes: knownScopes(scopes),
    state: revokedAt ? "revoked" : row.expiresAt.getTime() <= Date.now() ? "expired" : "works",
  }));
}

/** Ends a token with the next request that uses it. False where there is none of the viewer's that works. */
export async function revokeToken(viewer: Viewer, id: string): Promise<boolean> {
  return database().$transaction(async (transaction) => (await endTokens(transaction, viewer, { id: uuidOrNone(id) })) > 0);
}

/** Ends every token of the viewer, in the caller's transaction where there is one, and tells how many worked. */
export async function revokeAllTokens(viewer: Viewer, transaction?: Transaction): Promise<number> {
  if (transaction) return endTokens(transaction, viewer, {});
  return database().$transaction((own) => endTokens(own, viewer, {}));
}

async function endTokens(transaction: Transaction, viewer: Viewer, which: { id?: string }): Promise<number> {
  const ended = await transaction.apiToken.updateManyAndReturn({
    where: { ...working(viewer), ...which },
    data: { revokedAt: new Date() },
    select: { id: true },
  });
  await audit(
    transaction,
    ...ended.map(({ id }) => ({ actor: viewer.userId, subject: viewer.userId, action: "token.revoked" as const, target: id })),
  );
  return ended.length;
}

const holderRowSchema = viewerRowSchema.extend({
  tokenId: z.uuid(),
  scopes: z.array(z.string()),
  lastUsedAt: z.date().nullable(),
  ...spentSchema.shape,
});

/** `spending`: what became of their quota by asking. */
export type TokenHolder = { tokenId: string; viewer: Viewer; scopes: TokenScope[]; spending: Spending };

/**
 * Who asks with a token, and what it may; null where it is unknown, expired or revoked, its person took their consent to
 * processing back, or a team of theirs wants a second factor and they have none. It counts as one request of its person's quota, in
 * the same statement: every request to the API pays for it. For lib/api only.
 */
export async function viewerOfToken(token: string, policy: RatePolicy, now = new Date()): Promise<TokenHolder | null> {
  if (!tokenShape.test(token)) return null;
  await forgetSpent();
  const rows = await database().$statements().$queryRaw`
    WITH holder AS (
      SELECT token."id" AS "tokenId", token."scopes", token."lastUsedAt", ${viewerColumns}
      FROM "ApiToken" AS token
      JOIN "User" AS person ON person."id" = token."userId"
      LEFT JOIN "Athlete" AS athlete ON athlete."userId" = person."id"
      WHERE token."tokenHash" = ${hashOf(token)} AND token."revokedAt" IS NULL AND token."expiresAt" > ${now}
    ), spending AS (${spendingBy(Prisma.sql`SELECT ${keyOfPerson(Prisma.sql`"userId"`)} FROM holder WHERE NOT ("withdrawn" OR "unprotected")`, 1, policy)})
    SELECT * FROM holder CROSS JOIN spending`;
  const [row] = z.array(holderRowSchema).parse(rows);
  if (!row) return null;
  if (row.lastUsedAt === null || row.lastUsedAt.getTime() < now.getTime() - usedWithin) {
    await database().$executeRaw`UPDATE "ApiToken" SET "lastUsedAt" = ${now} WHERE "id" = ${row.tokenId}::uuid`;
  }
  return { tokenId: row.tokenId, viewer: viewerOf(row), scopes: knownScopes(row.scopes), spending: spendingOf(row, policy) };
}

function working(viewer: Viewer) {
  return { userId: viewer.userId, revokedAt: null, expiresAt: { gt: new Date() } };
}

const knownScopes = (scopes: readonly string[]): TokenScope[] => tokenScopes.filter((scope) => scopes.includes(scope));

/** SHA-256 in hex: enough for what nobody can guess. */
const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");
