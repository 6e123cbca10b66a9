import "server-only";
import { fail, type Result, succeed } from "@/lib/result";
import { audit } from "./audit";
import { database, type Transaction } from "./database";
import { isUniqueViolation } from "./errors";
import type { AccountLinkPurpose } from "./generated/enums";
import { forgetLinks, replacePassword } from "./sessions";
import { hashOfToken, newToken } from "./tokens";
import type { Viewer } from "./viewer";

// Links by e-mail that show whose an address is. Kept as hashes, used once, short lived; the newest of a kind alone counts.

const minutes = { reset: 30, verify: 24 * 60 } as const satisfies Record<AccountLinkPurpose, number>;

export type IssuedLink = { token: string; email: string; name: string; locale: string | null; minutes: number };

/** A link to a new password for who has the address; null where nobody does. For lib/auth only. */
export async function issueReset(email: string): Promise<IssuedLink | null> {
  const user = await database().user.findUnique({ where: { email }, select: { id: true, name: true, locale: true } });
  return user && { ...(await issue(user.id, "reset", email)), name: user.name, locale: user.locale };
}

/** A link that shows that the viewer reads the address: their own, or the one that is to become it. */
export async function issueVerification(viewer: Viewer, email: string): Promise<IssuedLink> {
  const { locale } = await database().user.findUniqueOrThrow({ where: { id: viewer.userId }, select: { locale: true } });
  return { ...(await issue(viewer.userId, "verify", email)), name: viewer.name, locale };
}

async function issue(userId: string, purpose: AccountLinkPurpose, email: string) {
  const { token, tokenHash } = newToken();
  const now = new Date();
  await database().$transaction(async (transaction) => {
    await transaction.accountLink.deleteMany({ where: { OR: [{ userId, purpose }, { expiresAt: { lt: now } }] } });
    await transaction.accountLink.create({
      data: { userId, purpose, email, tokenHash, expiresAt: new Date(now.getTime() + minutes[purpose] * 60_000) },
    });
  });
  return { token, email, minutes: minutes[purpose] };
}

/** Whether a link to a new password may still be used. Looking does not use it up. For lib/auth only. */
export async function resetStands(token: string): Promise<boolean> {
  return (await database().accountLink.count({ where: standing(token, "reset") })) > 0;
}

/** Whether the link may still be used by the viewer, whose it has to be. */
export async function verificationStands(viewer: Viewer, token: string): Promise<boolean> {
  return (await database().accountLink.count({ where: { ...standing(token, "verify"), userId: viewer.userId } })) > 0;
}

/**
 * Sets a new password by a link: every session of the person ends, and every token and link of theirs. Returns whom to tell; null where
 * the link does not stand. For lib/auth only.
 */
export async function resetPassword(token: string, passwordHash: string): Promise<{ email: string; locale: string | null } | null> {
  return database().$transaction(async (transaction) => {
    const link = await use(transaction, standing(token, "reset"));
    if (!link) return null;
    await replacePassword(transaction, link.userId, passwordHash);
    // The link came to this address, so it is theirs.
    await transaction.user.updateMany({ where: { id: link.userId, email: link.email }, data: { emailVerifiedAt: new Date() } });
    return transaction.user.findUniqueOrThrow({ where: { id: link.userId }, select: { email: true, locale: true } });
  });
}

/**
 * Takes the address of a link of the viewer's for theirs: it is verified, and becomes theirs where it is a new one. `former` is the
 * one it takes the place of. The link alone does not do: who asked for it may have been signed out by the account's owner since.
 */
export async function verifyAddress(
  viewer: Viewer,
  token: string,
): Promise<Result<{ former: string | null; locale: string | null }, "not_found" | "email_taken">> {
  try {
    return await database().$transaction(async (transaction) => {
      const link = await use(transaction, { ...standing(token, "verify"), userId: viewer.userId });
      if (!link) return fail("not_found");
      const before = await transaction.user.findUniqueOrThrow({ where: { id: link.userId }, select: { email: true, locale: true } });
      await transaction.user.update({ where: { id: link.userId }, data: { email: link.email, emailVerifiedAt: new Date() } });
      const changed = before.email !== link.email;
      if (changed) await forgetLinks(transaction, link.userId);
      await audit(transaction, { actor: link.userId, subject: link.userId, action: changed ? "email.changed" : "email.verified" });
      return succeed({ former: changed ? before.email : null, locale: before.locale });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return fail("email_taken");
    throw error;
  }
}

/** Uses the link up, of many at once a single time. */
async function use(
  transaction: Transaction,
  link: ReturnType<typeof standing> & { userId?: string },
): Promise<{ userId: string; email: string } | null> {
  const { count } = await transaction.accountLink.updateMany({ where: link, data: { usedAt: new Date() } });
  if (count === 0) return null;
  return transaction.accountLink.findUniqueOrThrow({ where: { tokenHash: link.tokenHash }, select: { userId: true, email: true } });
}

const standing = (token: string, purpose: AccountLinkPurpose) => ({
  tokenHash: hashOfToken(token),
  purpose,
  usedAt: null,
  expiresAt: { gt: new Date() },
});
