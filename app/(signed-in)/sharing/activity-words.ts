import type { AuditAction } from "@/lib/data/audit";

/** What others can do to somebody's record, as the messages call it: `assessment.viewed` is `assessment_viewed`. */
const keys = [
  "assessment_recorded",
  "assessment_corrected",
  "assessment_deleted",
  "assessment_viewed",
  "assessment_listed",
  "assessment_predicted",
  "offer_accepted",
  "consent_granted",
  "consent_changed",
  "record_merged",
  "record_unmerged",
  "note_added",
  "note_deleted",
  "recall_set",
  "recall_cleared",
  "athlete_viewed",
  "athlete_compared",
] as const satisfies readonly (AuditAction extends `${infer Thing}.${infer Deed}` ? `${Thing}_${Deed}` : never)[];

export type ActivityKey = (typeof keys)[number] | "other";

/** The message of an action; `other` for one that an older or newer version wrote. */
export function activityKey(action: string): ActivityKey {
  return keys.find((key) => key === action.replace(".", "_")) ?? "other";
}
