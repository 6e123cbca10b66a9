import "server-only";
import { z } from "zod";
import { type UnitPreferences, unitPreferencesSchema } from "@/lib/measurements/unit-preferences";
import { metricPreferences } from "@/lib/measurements/units";
import { fail, type Result, succeed } from "@/lib/result";
import { audit } from "./audit";
import { database, type Transaction } from "./database";
import { isUniqueViolation } from "./errors";
import { Prisma } from "./generated/client";
import type { Sex } from "./generated/enums";
import { permittedTeamIds } from "./permissions";
import { documentOf } from "./statements";
import type { SignedIn, Viewer } from "./viewer";

// Sign-up and sign-in happen before there is a viewer: the functions that lib/auth alone may call say so.

export type Profile = { name: string; birthDate: string; sex: Sex; consentTextVersion: string };
export type NewAccount = Profile & { email: string; passwordHash: string };
/** What is known beside it where the address was shown to be the person's before there was an account. */
export type Verified = { emailVerifiedAt: Date; locale: string };

export const emailSchema = z.string().trim().toLowerCase().pipe(z.email().max(254));

/** Stores the person, their consent and their own record, all or nothing. For sign-up only. */
export async function createAccount(account: NewAccount, verified?: Verified): Promise<Result<{ userId: string }, "email_taken">> {
  try {
    const user = await database().$transaction(async (transaction) => {
      const { id } = await transaction.user.create({
        data: {
          email: account.email,
          name: account.name,
          passwordHash: account.passwordHash,
          ...verified,
          processingConsents: { create: { textVersion: account.consentTextVersion } },
          athlete: { create: { name: account.name, birthDate: new Date(account.birthDate), sex: account.sex } },
        },
        select: { id: true },
      });
      await transaction.pendingSignUp.deleteMany({ where: { email: account.email } });
      await audit(transaction, { actor: id, subject: id, action: "account.created" });
      return { id };
    });
    return succeed({ userId: user.id });
  } catch (error) {
    if (isUniqueViolation(error)) return fail("email_taken");
    throw error;
  }
}

/** What a password sign-in needs to know of an address; null where nobody has it. For lib/auth only. */
export async function findCredentials(
  email: string,
): Promise<{ userId: string; passwordHash: string | null; sessionVersion: number } | null> {
  const user = await database().user.findUnique({ where: { email }, select: { id: true, passwordHash: true, sessionVersion: true } });
  return user && { userId: user.id, passwordHash: user.passwordHash, sessionVersion: user.sessionVersion };
}

/**
 * The account of a Google identity, made on first use. An address that already has an account with a password is refused:
 * whoever made that account may not be who owns the address. For lib/auth only.
 */
export async function accountOfGoogle(google: {
  subject: string;
  email: string;
  name: string;
}): Promise<Result<{ userId: string; sessionVersion: number }, "email_taken">> {
  const known = await findGoogleAccount(google.subject);
  if (known) return succeed(known);
  try {
    return succeed(await createGoogleAccount(google));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // Two first sign-ins at once: the other one has just made the account.
    const made = await findGoogleAccount(google.subject);
    return made ? succeed(made) : fail("email_taken");
  }
}

async function findGoogleAccount(googleSubject: string): Promise<{ userId: string; sessionVersion: number } | null> {
  const user = await database().user.findUnique({ where: { googleSubject }, select: { id: true, sessionVersion: true } });
  return user && { userId: user.id, sessionVersion: user.sessionVersion };
}

function createGoogleAccount(google: { subject: string; email: string; name: string }) {
  return database().$transaction(async (transaction) => {
    const user = await transaction.user.create({
      data: { googleSubject: google.subject, email: google.email, name: google.name },
      select: { id: true, sessionVersion: true },
    });
    await audit(transaction, { actor: user.id, subject: user.id, action: "account.created" });
    return { userId: user.id, sessionVersion: user.sessionVersion };
  });
}

export const viewerRowSchema = z.object({
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  athleteId: z.uuid().nullable(),
  withdrawn: z.boolean(),
  unprotected: z.boolean(),
});

/** The columns of {@link viewerRowSchema}, of a "User" named person and their "Athlete" named athlete. */
export const viewerColumns = Prisma.sql`
  person."id" AS "userId", person."name", person."email", athlete."id" AS "athleteId",
  EXISTS (SELECT 1 FROM "ProcessingConsent" AS given WHERE given."userId" = person."id")
    AND NOT EXISTS (SELECT 1 FROM "ProcessingConsent" AS given WHERE given."userId" = person."id" AND given."withdrawnAt" IS NULL) AS "withdrawn",
  EXISTS (SELECT 1 FROM "Membership" AS works JOIN "Team" AS team ON team."id" = works."teamId" AND team."requiresSecondFactor"
      WHERE works."userId" = person."id")
    AND NOT EXISTS (SELECT 1 FROM "Authenticator" AS app WHERE app."userId" = person."id" AND app."confirmedAt" IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM "Passkey" AS key WHERE key."userId" = person."id") AS "unprotected"`;

const signedInRows = z.array(
  viewerRowSchema.extend({
    units: documentOf(unitPreferencesSchema).catch(metricPreferences),
    coaches: z.boolean(),
    seenAt: z.date().nullable(),
  }),
);

/** `seenAt`: when the session is listed as used last; null where it is not listed. */
export type FoundViewer = SignedIn & { seenAt: Date | null };

/** The viewer of a session, or null where the account is gone or the session has been ended, alone or with all others. One statement. For lib/auth only. */
export async function findViewer(userId: string, sessionVersion: number, sessionId: string | null = null): Promise<FoundViewer | null> {
  const rows = await database().$statements().$queryRaw`
    SELECT ${viewerColumns}, person."units", EXISTS ${permittedTeamIds({ userId }, "view")} AS "coaches", open."seenAt"
    ${fromPeople}
    LEFT JOIN "OpenSession" AS open ON open."id" = ${sessionId}::uuid AND open."userId" = person."id" AND open."sessionVersion" = person."sessionVersion"
    WHERE person."id" = ${userId}::uuid AND person."sessionVersion" = ${sessionVersion}
      AND NOT EXISTS (SELECT 1 FROM "EndedSession" AS ended WHERE ended."id" = ${sessionId}::uuid)`;
  const [row] = signedInRows.parse(rows);
  return row ? { ...viewerOf(row), units: row.units, coaches: row.coaches, seenAt: row.seenAt } : null;
}

/** A person as they stand now, in whose name long work goes on without a session. For lib/data/import-run only. */
export async function findPerson(client: Transaction, userId: string): Promise<Viewer | null> {
  const rows = await client.$queryRaw`SELECT ${viewerColumns} ${fromPeople} WHERE person."id" = ${userId}::uuid`;
  const [row] = z.array(viewerRowSchema).parse(rows);
  return row ? viewerOf(row) : null;
}

const fromPeople = Prisma.sql`FROM "User" AS person LEFT JOIN "Athlete" AS athlete ON athlete."userId" = person."id"`;

/** A viewer says of themselves only what holds. */
export function viewerOf({ userId, name, email, athleteId, withdrawn, unprotected }: z.infer<typeof viewerRowSchema>): Viewer {
  return { userId, name, email, athleteId, ...(withdrawn && { withdrawn }), ...(unprotected && { unprotected }) };
}

/** Birth date, sex and consent of a person who signed in without stating them (Google). Stores them once. */
export async function completeProfile(viewer: Viewer, profile: Profile): Promise<Result<{ athleteId: string }, "already_complete">> {
  if (viewer.athleteId) return fail("already_complete");
  try {
    const athleteId = await database().$transaction(async (transaction) => {
      const { id } = await transaction.athlete.create({
        data: { userId: viewer.userId, name: profile.name, birthDate: new Date(profile.birthDate), sex: profile.sex },
        select: { id: true },
      });
      await transaction.user.update({ where: { id: viewer.userId }, data: { name: profile.name } });
      await transaction.processingConsent.create({ data: { userId: viewer.userId, textVersion: profile.consentTextVersion } });
      await audit(transaction, { actor: viewer.userId, subject: viewer.userId, action: "account.completed" });
      return id;
    });
    return succeed({ athleteId });
  } catch (error) {
    if (isUniqueViolation(error)) return fail("already_complete");
    throw error;
  }
}

export async function chooseUnits(viewer: Viewer, units: UnitPreferences): Promise<void> {
  await database().user.update({ where: { id: viewer.userId }, data: { units } });
}
