import type { AssessmentSummary } from "@/lib/data/assessments";
import type { NoteView } from "@/lib/data/notes";

export type Entry =
  | { kind: "assessment"; id: string; at: Date; assessment: AssessmentSummary }
  | { kind: "note"; id: string; at: Date; note: NoteView };

/** Assessments and notes in one order, newest first. */
export function timelineOf(assessments: readonly AssessmentSummary[], notes: readonly NoteView[]): Entry[] {
  return [
    ...assessments.map((assessment): Entry => ({ kind: "assessment", id: assessment.id, at: assessment.measuredAt, assessment })),
    ...notes.map((note): Entry => ({ kind: "note", id: note.id, at: note.createdAt, note })),
  ].toSorted((one, other) => other.at.getTime() - one.at.getTime());
}
