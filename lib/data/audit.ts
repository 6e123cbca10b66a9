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
  | "assessment.predicted";

/** Writes who did what to whose record, in the caller's transaction: it happened with its trace or not at all. */
export async function audit(
  transaction: Transaction,
  event: { actor: string; subject: string | null; action: AuditAction; target?: string },
): Promise<void> {
  await transaction.auditEvent.create({ data: event });
}
