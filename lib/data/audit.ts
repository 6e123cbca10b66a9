import "server-only";
import type { Prisma } from "./generated/client";

export type AuditAction =
  | "account.created"
  | "account.preferences"
  | "assessment.recorded"
  | "assessment.corrected"
  | "assessment.deleted"
  | "assessment.viewed"
  | "assessment.predicted";

/** Writes who did what to whose record, in the caller's transaction: it happened with its trace or not at all. */
export async function audit(
  transaction: Prisma.TransactionClient,
  event: { actor: string; subject: string | null; action: AuditAction; target?: string },
): Promise<void> {
  await transaction.auditEvent.create({ data: event });
}
