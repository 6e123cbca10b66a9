import type { AssessmentInput } from "@/lib/data/assessments";
import type { Sex } from "@/lib/data/generated/enums";
import type { DemoPerson } from "../demo-accounts";

/** What the demo writes, as plain data. */
export type TeamKey = "club" | "clinic";

/** What a team may do in the end; until then it may record, or there would be no visits. */
export type Standing = "record" | "view" | "revoked";

export type PlannedAthlete = {
  readonly identifier: string;
  readonly name: string;
  readonly sex: Sex;
  /** "YYYY-MM-DD". */
  readonly birthDate: string;
  /** The person who signs in, or null for a record without one. */
  readonly account: DemoPerson | null;
  /** The team that records; null where the person does it alone. */
  readonly team: TeamKey | null;
  readonly standing: Standing;
  /** A second team that may look. */
  readonly sharedWith: TeamKey | null;
  readonly visits: readonly PlannedVisit[];
};

export type PlannedVisit = { readonly recordedBy: "owner" | "coach" | "athlete"; readonly input: AssessmentInput };
