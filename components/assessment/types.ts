import type { Option } from "@/lib/measurements/choices";
import type { UnitPreferences } from "@/lib/measurements/unit-preferences";
import type { Shown } from "@/lib/measurements/units";
import type { Group, Protocol } from "@/lib/measurements/vocabulary";

// What the assessment form needs, as plain objects in the person's language and units: the dictionary stays on the server.

export const steps = ["about", "body", "gait", "tests", "complaint", "review"] as const;
export type Step = (typeof steps)[number];

/** Values a number may have, in the dictionary's unit, and in words in the person's. */
export type Bounds = { min: number; max: number; text: string };
export type BoundsByProtocol = Readonly<Record<Protocol, Bounds | null>>;

type MeasuredView = {
  code: string;
  group: Group;
  label: string;
  meaning: string;
  /** `one`: no side. `each`: left and right. `each_or_one`: left and right, or one value for both. */
  sides: "one" | "each" | "each_or_one";
};
export type NumberView = MeasuredView & {
  kind: "number";
  shown: Shown;
  /** In the person's words; "" where there is none. */
  unit: string;
  bounds: BoundsByProtocol;
  deviation: { shown: Shown; unit: string; bounds: BoundsByProtocol } | null;
};
export type FindingView = MeasuredView & { kind: "finding"; region: TestRegion };
export type FieldView = NumberView | FindingView;

export const testRegions = ["hip", "knee", "leg", "footShape", "footFunction"] as const;
export type TestRegion = (typeof testRegions)[number];

/** An answer of a model, and what it needs besides what is known of the person. */
export type AnswerView = {
  model: string;
  protocol: Protocol;
  title: string;
  /** What the answer says and how sure it is. */
  gives: string;
  needs: readonly Need[];
};
/** One thing a model needs: any one of `ways` will do, and a way needs all its columns. */
export type Need = { label: string; group: Group; ways: readonly (readonly string[])[] };

export type ConditionName = "protocol" | "reason" | "footwear" | "surface" | "device" | "injuryRegion" | "injuryLocation" | "injurySide";

export type FormPlan = {
  fields: readonly FieldView[];
  groups: readonly { group: Group; label: string }[];
  choices: Readonly<Record<ConditionName, { label: string; options: readonly Option[] }>>;
  /** The locations that make sense in each region. */
  locations: Readonly<Record<string, readonly string[]>>;
  answers: readonly AnswerView[];
  preferences: UnitPreferences;
  person: { sex: string; age: string };
};

export type FormValues = Readonly<Record<string, string>>;
export type FormProblem = { field: string; label: string; text: string };

/** What the server answers a form with that it did not store. */
export type AssessmentFormState = {
  status: "idle" | "refused" | "signedOut" | "changedMeanwhile" | "notPermitted" | "unreadable" | "unreachable" | "failed";
  problems: readonly FormProblem[];
  values: FormValues | null;
};

export const idleAssessmentForm: AssessmentFormState = { status: "idle", problems: [], values: null };

export type AssessmentAction = (previous: AssessmentFormState, form: FormData) => Promise<AssessmentFormState>;
