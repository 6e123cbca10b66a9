import "server-only";
import { z } from "zod";
import { database, type Transaction } from "./database";
import { endOneSession } from "./ended-sessions";
import { Prisma } from "./generated/client";
import { uuidOrNone } from "./ids";
import { type SignInMeans, signInMeans } from "./sign-in-means";
import type { Viewer } from "./viewer";

// The sessions that a person can see and end. A row says that a session is there; whether it may go on, lib/data/users.ts asks elsewhere.

/** How exact it is when a session was last used: not every request writes. */
export const seenWithinMinutes = 10;

/** The most sessions that are shown at once. */
const mostListed = 100;

export type OpenSession = {
  /** The id in its token. */
  id: string;
  userId: string;
  /** The generation of the person's sessions it belongs to. */
  sessionVersion: number;
  means: SignInMeans | null;
  /** On a device that others use. */
  shared: boolean;
  /** Browser and system in words; null where they are none that we know. */
  device: string | null;
  begunAt: Date;
  /** After which no token of it is good. */
  until: Date;
};

const entrySchema = z.object({
  id: z.uuid(),
  means: z.enum(signInMeans).nullable().catch(null),
  shared: z.boolean(),
  device: z.string().nullable(),
  begunAt: z.date(),
  seenAt: z.date(),
});

export type SessionEntry = z.infer<typeof entrySchema>;

/**
 * Lists a session as used just now, anew where it is not listed: one from before there was a list, or one that went on when all
 * others ended. Nothing where its person or its generation is gone. For lib/auth only.
 */
export async function keepSession(session: OpenSession, client: Transaction = database()): Promise<void> {
  const { id, userId, sessionVersion, means, shared, device, begunAt, until } = session;
  await client.$executeRaw`
    INSERT INTO "OpenSession" AS open ("id", "userId", "sessionVersion", "means", "shared", "device", "begunAt", "seenAt", "until")
    SELECT ${id}::uuid, person."id", person."sessionVersion", ${means}::text, ${shared}::boolean, ${device}::text, ${begunAt}::timestamptz,
      ${new Date()}::timestamptz, ${until}::timestamptz
    FROM "User" AS person WHERE person."id" = ${userId}::uuid AND person."sessionVersion" = ${sessionVersion}
    ON CONFLICT ("id") DO UPDATE SET "sessionVersion" = excluded."sessionVersion", "device" = excluded."device",
      "seenAt" = excluded."seenAt", "begunAt" = excluded."begunAt", "until" = excluded."until"
      WHERE open."userId" = excluded."userId"`;
}

/** The viewer's open sessions, the one used last first. One that was begun before sessions had ids is not among them. */
export async function listSessions(viewer: Viewer): Promise<SessionEntry[]> {
  const rows = await database().$queryRaw`
    SELECT open."id", open."means", open."shared", open."device", open."begunAt", open."seenAt"
    ${openSessionsOf(viewer)} ORDER BY open."seenAt" DESC, open."id" LIMIT ${mostListed}`;
  return z.array(entrySchema).parse(rows);
}

/** Ends a session of the viewer's with its next request, in every copy of its token. False where there is no such one of theirs. */
export async function endSession(viewer: Viewer, id: string): Promise<boolean> {
  const rows = await database().$queryRaw`
    SELECT open."id" AS "sessionId", open."userId", open."until" ${openSessionsOf(viewer)} AND open."id" = ${uuidOrNone(id)}::uuid`;
  const [open] = z.array(z.object({ sessionId: z.uuid(), userId: z.uuid(), until: z.date() })).parse(rows);
  if (open) await endOneSession(open);
  return open !== undefined;
}

/** Forgets the sessions, open and ended, of which no token is good any more. For the workers, at night. */
export async function forgetSessions(now = new Date()): Promise<void> {
  await database().openSession.deleteMany({ where: { until: { lt: now } } });
  await database().endedSession.deleteMany({ where: { until: { lt: now } } });
}

/** SQL: what is listed and may go on. A request that was under way when its session ended may have listed it once more. */
const openSessionsOf = ({ userId }: Viewer) => Prisma.sql`
  FROM "OpenSession" AS open JOIN "User" AS person ON person."id" = open."userId" AND person."sessionVersion" = open."sessionVersion"
  WHERE open."userId" = ${userId}::uuid AND open."until" > ${new Date()}
    AND NOT EXISTS (SELECT 1 FROM "EndedSession" AS ended WHERE ended."id" = open."id")`;
