import "server-only";
import { fail, type Result } from "@/lib/result";
import { database } from "./database";
import { hashOfToken, newToken } from "./tokens";
import { createAccount, type NewAccount } from "./users";

// Sign-ups whose address is not yet known to be the person's: nobody learns from one who has an account. For lib/auth only.

export const pendingHours = 24;
const hour = 60 * 60_000;

export type PendingSignUp = NewAccount & { locale: string };

/** Keeps what was stated and returns the secret of the link that leads on; null where the address has an account. */
export async function keepSignUp({ birthDate, ...signUp }: PendingSignUp): Promise<string | null> {
  const now = new Date();
  await database().pendingSignUp.deleteMany({ where: { expiresAt: { lt: now } } });
  if ((await database().user.count({ where: { email: signUp.email } })) > 0) return null;
  const { token, tokenHash } = newToken();
  await database().pendingSignUp.create({
    data: { ...signUp, tokenHash, birthDate: new Date(birthDate), expiresAt: new Date(now.getTime() + pendingHours * hour) },
  });
  return token;
}

/** Whose sign-up a link leads to, and the password it was made with; null where the link does not stand. */
export async function findSignUp(token: string): Promise<{ name: string; email: string; passwordHash: string } | null> {
  return database().pendingSignUp.findFirst({ where: standing(token), select: { name: true, email: true, passwordHash: true } });
}

/** Makes the account of a link, its address known to be the person's, and forgets every other sign-up of that address. */
export async function completeSignUp(token: string): Promise<Result<{ userId: string }, "not_found" | "email_taken">> {
  const row = await database().pendingSignUp.findFirst({ where: standing(token) });
  if (!row) return fail("not_found");
  const { email, name, sex, passwordHash, consentTextVersion, locale } = row;
  const birthDate = row.birthDate.toISOString().slice(0, 10);
  return createAccount({ email, name, sex, passwordHash, consentTextVersion, birthDate }, { emailVerifiedAt: new Date(), locale });
}

const standing = (token: string) => ({ tokenHash: hashOfToken(token), expiresAt: { gt: new Date() } });
