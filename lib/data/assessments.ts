import "server-only";

// Assessments as pages ask for them.

export { type AssessmentDetail, type AssessmentSummary, count, list, type Page, read, readForEdit } from "./assessment-reading";
export type { AssessmentFacts } from "./assessment-rows";
export {
  type AssessmentInput,
  type CorrectFailure,
  correct,
  predictAgain,
  type RecordFailure,
  record,
  remove,
  type SaveFailure,
  save,
} from "./assessment-writing";
