import "server-only";
import { database, type Transaction } from "./database";
import { Prisma } from "./generated/client";
import { timeOrderedId } from "./ids";
import type { Viewer } from "./viewer";

export type AuditAction =
  | "account.created"
  | "account.completed"
  | "assessment.recorded"
  | "assessment.corrected"
  | "assessment.deleted"
  | "assessment.viewed"
  | "assessment.listed"
  | "assessment.predicted"
  | "team.created"
  | "team.renamed"
  | "member.joined"
  | "member.promoted"
  | "member.removed"
  | "member.left"
  | "invitation.created"
  | "invitation.revoked"
  | "invitation.declined"
  | "invitation.mismatched"
  | "offer.created"
  | "offer.revoked"
  | "offer.accepted"
  | "consent.granted"
  | "consent.changed"
  | "consent.withdrawn"
  | "reference.granted"
  | "reference.withdrawn"
  | "patient.added"
  | "patient.edited"
  | "record.merged"
  | "record.unmerged"
  | "note.added"
  | "note.deleted"
  | "recall.set"
  | "recall.cleared"
  | "athlete.viewed"
  | "athlete.compared"
  | "data.exported"
  | "data.downloaded"
  | "account.erased"
  | "record.erased"
  | "processing.withdrawn"
  | "processing.granted"
  | "person.corrected"
  | "token.created"
  | "token.revoked"
  | "password.changed"
  | "email.changed"
  | "email.verified"
  | "session.begun"
  | "session.ended"
  | "sessions.ended"
  | "factor.refused"
  | "factor.locked"
  | "factor.added"
  | "factor.removed"
  | "recovery.renewed"
  | "recovery.used"
  | "team.secured"
  | "team.unsecured"
  | "roster.viewed"
  | "cohort.viewed";

export type AuditInput = {
  /** User's id. */
  actor: string;
  /** Whom it concerns: the id of a person with a sign-in, else of the record without one. */
  subject: string | null;
  athlete?: string;
  action: AuditAction;
  target?: string;
};

/** What lies in a person's record and must not be told from the event alone. */
const sealed = /^(assessment|athlete|patient|data)\./;

/** How many events go in one statement. */
const most = 500;

/**
 * Writes who did what to whose record, in the caller's transaction: it happened with its trace or not at all. People stand in it
 * under their audit keys, whose meaning goes with the person; with it stands through which teams the actor came to the record.
 */
export async function audit(transaction: Transaction, ...events: readonly AuditInput[]): Promise<void> {
  for (let from = 0; from < events.length; from += most) await transaction.$executeRaw(traces(events.slice(from, from + most)));
}

/** SQL: {@link audit}, for a statement that writes more than that. */
export function traces(events: readonly AuditInput[]): Prisma.Sql {
  const rows = events.map(
    ({ actor, subject, athlete = null, action, target = null }) =>
      Prisma.sql`(${timeOrderedId()}::uuid, ${actor}::uuid, ${subject}::uuid, ${athlete}::uuid, ${action}::text, ${target}::text, ${sealed.test(action)}::boolean)`,
  );
  return Prisma.sql`
    INSERT INTO "AuditEvent" ("id", "actor", "subject", "action", "target", "teams")
    SELECT event.id, actor."auditKey", known.key, event.action,
      CASE WHEN event.sealed AND known.key IS NOT NULL THEN audit_seal(known.key, event.target) ELSE event.target END,
      ARRAY(
        SELECT consent."teamId" FROM "Consent" consent
        JOIN "Membership" membership ON membership."teamId" = consent."teamId" AND membership."userId" = event.actor
        WHERE consent."athleteId" = COALESCE(event.athlete, own."id") AND consent."revokedAt" IS NULL
          AND event.actor IS DISTINCT FROM event.subject
      )
    FROM (VALUES ${Prisma.join(rows)}) AS event (id, actor, subject, athlete, action, target, sealed)
    JOIN "User" actor ON actor."id" = event.actor
    LEFT JOIN "User" person ON person."id" = event.subject
    LEFT JOIN "Athlete" own ON own."userId" = event.subject
    LEFT JOIN "Athlete" record ON record."id" = event.athlete
    CROSS JOIN LATERAL (SELECT COALESCE(person."auditKey", record."auditKey") AS key) AS known`;
}

/** Under which keys the audit knows a person: their own, and those of their record before it was theirs, merged ones included. */
export async function auditKeysOf(viewer: Viewer): Promise<{ own: string; all: string[] }> {
  const person = await database().user.findUniqueOrThrow({
    where: { id: viewer.userId },
    select: {
      auditKey: true,
      athlete: { select: { auditKey: true, merged: { where: { undoneAt: null }, select: { source: { select: { auditKey: true } } } } } },
    },
  });
  const record = person.athlete;
  const former = record ? [record.auditKey, ...record.merged.map(({ source }) => source.auditKey)] : [];
  return { own: person.auditKey, all: [person.auditKey, ...former] };
}
