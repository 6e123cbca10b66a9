import type { ActivityEntry } from "@/lib/data/activity";
import type { AuditAction } from "@/lib/data/audit";

/**
 * By action, whether somebody else can do it to a person, so that it is told to them and has a sentence. The others are done
 * by the person themselves, or concern a team or a record without a sign-in.
 */
export const told: Readonly<Record<AuditAction, boolean>> = {
  "account.created": false,
  "account.completed": false,
  "assessment.recorded": true,
  "assessment.corrected": true,
  "assessment.deleted": true,
  "assessment.viewed": true,
  "assessment.listed": true,
  "assessment.predicted": true,
  "team.created": false,
  "team.renamed": false,
  "member.joined": false,
  "member.promoted": true,
  "member.removed": true,
  "member.left": false,
  "invitation.created": false,
  "invitation.revoked": false,
  "invitation.declined": false,
  "invitation.mismatched": false,
  "offer.created": false,
  "offer.revoked": false,
  "offer.accepted": true,
  "consent.granted": true,
  "consent.changed": true,
  "consent.withdrawn": true,
  "reference.granted": false,
  "reference.withdrawn": false,
  "patient.added": true,
  "patient.edited": true,
  "record.merged": true,
  "record.unmerged": true,
  "note.added": true,
  "note.deleted": true,
  "recall.set": true,
  "recall.cleared": true,
  "athlete.viewed": true,
  "athlete.compared": true,
  "data.exported": true,
  "data.downloaded": false,
  "account.erased": false,
  "record.erased": false,
  "processing.withdrawn": false,
  "processing.granted": false,
  "person.corrected": false,
  "token.created": false,
  "token.revoked": false,
  "password.changed": false,
  "email.changed": false,
  "email.verified": false,
  "session.begun": false,
  "session.ended": false,
  "sessions.ended": false,
  "factor.refused": false,
  "factor.locked": false,
  "factor.added": false,
  "factor.removed": false,
  "recovery.renewed": false,
  "recovery.used": false,
  "team.secured": false,
  "team.unsecured": false,
  "roster.viewed": false,
  "cohort.viewed": false,
};

type Translate = ((key: string, values?: Record<string, string>) => string) & { has: (key: string) => boolean };

/** What somebody did, in one sentence; for an action that has none, that they did something. */
export function activitySentence(t: Translate, { action, by, team, worksIn }: ActivitySubject): string {
  const teams = worksIn.filter((name) => name !== team).join(", ");
  const name = by ?? t("someone");
  const who = teams === "" ? name : t("someoneOf", { name, teams });
  const key = Object.hasOwn(told, action) ? `actions.${action}` : "other";
  return t(t.has(key) ? key : "other", { who, team: team ?? t("aTeam") });
}

type ActivitySubject = Pick<ActivityEntry, "action" | "by" | "team" | "worksIn">;
