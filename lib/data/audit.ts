import "server-only";
import type { Transaction } from "./database";

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
  | "roster.viewed"
  | "cohort.viewed";

/** Writes who did what to whose record, in the caller's transaction: it happened with its trace or not at all. */
export async function audit(
  transaction: Transaction,
  ...events: readonly { actor: string; subject: string | null; action: AuditAction; target?: string }[]
): Promise<void> {
  await transaction.auditEvent.createMany({ data: [...events] });
}
