import "server-only";
import type { AssessmentFormState } from "@/components/assessment/types";
import type { SaveFailure } from "@/lib/data/assessments";
import type { SignedIn } from "@/lib/data/viewer";
import type { UnitPreferences } from "@/lib/measurements/unit-preferences";
import { protocolSchema } from "@/lib/measurements/vocabulary";
import { fail, type Result } from "@/lib/result";
import { type AssessmentForm, type FormIssue, formValues, parseAssessmentForm } from "./form-data";
import { problemsInWords } from "./problems";

/** The parsed form, or the state in which it goes back to the person, whole. `units`: those it was filled in, where not the person's own. */
export async function readForm(
  viewer: SignedIn,
  form: FormData,
  units?: UnitPreferences,
): Promise<Result<AssessmentForm, AssessmentFormState>> {
  const preferences = units ?? viewer.units;
  const parsed = parseAssessmentForm(form, { preferences, now: new Date() });
  return parsed.ok ? parsed : fail(await refuse(viewer, form, parsed.error));
}

const statusOfFailure = {
  not_permitted: "notPermitted",
  changed_meanwhile: "changedMeanwhile",
  unreadable: "unreadable",
} as const satisfies Record<Exclude<SaveFailure, "under_age">, AssessmentFormState["status"]>;

/** The form as it goes back where what it says could not be stored. */
export async function refuseSaving(viewer: SignedIn, form: FormData, failure: SaveFailure): Promise<AssessmentFormState> {
  if (failure === "under_age") return refuse(viewer, form, [{ kind: "fact", field: "measuredAt", problem: "underAge" }]);
  return giveBack(form, statusOfFailure[failure]);
}

export function giveBack(form: FormData, status: AssessmentFormState["status"]): AssessmentFormState {
  return { status, problems: [], values: formValues(form) };
}

async function refuse(viewer: SignedIn, form: FormData, issues: readonly FormIssue[]): Promise<AssessmentFormState> {
  const protocol = protocolSchema.catch("walk").parse(form.get("protocol"));
  return { status: "refused", problems: await problemsInWords(issues, { protocol, preferences: viewer.units }), values: formValues(form) };
}
