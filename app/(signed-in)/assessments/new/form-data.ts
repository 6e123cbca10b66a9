import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { AssessmentInput } from "@/lib/data/assessments";
import { columnName, columnsOfField } from "@/lib/measurements/columns";
import { conditionsSchema } from "@/lib/measurements/conditions";
import { fieldsOf } from "@/lib/measurements/dictionary";
import { type MeasurementError, parseMeasurements } from "@/lib/measurements/schema";
import type { UnitPreferences } from "@/lib/measurements/unit-preferences";
import { protocolSchema } from "@/lib/measurements/vocabulary";
import { fail, type Result, succeed } from "@/lib/result";

/** What is wrong with a field of the form: a measured column, or a fact of the assessment by the key of its words. */
export type FormIssue =
  | { kind: "measurement"; field: string; error: MeasurementError }
  | { kind: "fact"; field: string; problem: FactProblem };
export type FactProblem =
  | "choose"
  | "notADate"
  | "inTheFuture"
  | "incline"
  | "pain"
  | "painSince"
  | "painSinceFuture"
  | "injuryLocation"
  | "injurySide"
  | "notesLong"
  | "nothingMeasured"
  | "underAge";

export type AssessmentForm = Omit<AssessmentInput, "submissionId">;

const minuteInMilliseconds = 60 * 1000;
const dayInMilliseconds = 24 * 60 * minuteInMilliseconds;
/** How far a person's clock may be ahead of the server's. */
const clockMilliseconds = 5 * minuteInMilliseconds;
const longestNotes = 4000;
/** Control characters but for line breaks and tabs: nobody types them, and the database does not take all of them. */
const controls = /[^\P{Cc}\n\r\t]/gu;

const conditionNames = [
  "protocol",
  "reason",
  "footwear",
  "surface",
  "inclinePercent",
  "device",
  "pain",
  "painSince",
  "injuryRegion",
  "injuryLocation",
  "injurySide",
] as const;

const problemOfCondition: Readonly<Partial<Record<(typeof conditionNames)[number], FactProblem>>> = {
  inclinePercent: "incline",
  pain: "pain",
  painSince: "painSince",
  injuryLocation: "injuryLocation",
  injurySide: "injurySide",
};

const measuredColumns = fieldsOf()
  .filter((measured) => measured.keptIn === "measurement")
  .flatMap(columnsOfField)
  .map(columnName);

export const submissionIdSchema = z.uuid();

/** Reads the assessment form as a person with these units filled it; reports every field that is wrong, in the form's order. */
export function parseAssessmentForm(
  form: FormData,
  { preferences, now }: { preferences: UnitPreferences; now: Date },
): Result<AssessmentForm, readonly FormIssue[]> {
  const values = formValues(form);
  const pick = (names: readonly string[]) => Object.fromEntries(names.flatMap((name) => (name in values ? [[name, values[name]]] : [])));

  const conditions = conditionsSchema.safeParse(pick(conditionNames));
  const time = measuredTime(values.measuredAt ?? "", values.timeZone ?? "", now);
  const protocol = protocolSchema.catch("walk").parse(values.protocol);
  const measurements = parseMeasurements(pick(measuredColumns), protocol, { preferences });
  const notes = (values.notes ?? "").replace(controls, "").trim();

  const facts: FormIssue[] = [
    ...(conditions.success ? futurePain(conditions.data.painSince, now) : conditionIssues(conditions.error)),
    ...(time.ok ? [] : [fact("measuredAt", time.error)]),
    ...(notes.length > longestNotes ? [fact("notes", "notesLong")] : []),
  ];
  const measured: FormIssue[] = measurements.ok
    ? Object.keys(measurements.value).length === 0
      ? [fact("speed", "nothingMeasured")]
      : []
    : measurements.error.map((error) => ({ kind: "measurement", field: error.column, error }));
  const issues = inOrder([...facts, ...measured]);
  if (!conditions.success || !time.ok || !measurements.ok || issues.length > 0) return fail(issues);
  return succeed({ ...conditions.data, ...time.value, notes: notes || undefined, measurements: measurements.value });
}

/** The texts of a form; a name sent twice keeps the last. */
export function formValues(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" && !name.startsWith("$") ? [[name, value]] : [])),
  );
}

/** As a date-time field sends it. */
const localTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;
/** A zone by its name: neither an offset nor a whole timestamp, which Temporal would take for one. */
const zoneName = /^[A-Za-z][\w+\-/]*$/;
/** Pain did not begin before anybody alive was born. */
const earliestPain = "1900-01-01";

function measuredTime(local: string, timeZone: string, now: Date): Result<{ measuredAt: Date; timeZone: string }, FactProblem> {
  if (!localTime.test(local) || !zoneName.test(timeZone)) return fail("notADate");
  try {
    // A time that the clocks skip did not happen; of the one they repeat, the earlier is meant.
    const written = Temporal.PlainDateTime.from(local);
    const instant = written.toZonedDateTime(timeZone).toInstant();
    if (!instant.toZonedDateTimeISO(timeZone).toPlainDateTime().equals(written)) return fail("notADate");
    if (instant.epochMilliseconds > now.getTime() + clockMilliseconds) return fail("inTheFuture");
    const { timeZone: known } = new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions();
    return succeed({ measuredAt: new Date(instant.epochMilliseconds), timeZone: known });
  } catch {
    return fail("notADate");
  }
}

function conditionIssues(error: z.ZodError): FormIssue[] {
  return error.issues.map((issue) => {
    const name = conditionNames.find((each) => each === issue.path[0]) ?? "protocol";
    return fact(name, problemOfCondition[name] ?? "choose");
  });
}

function futurePain(painSince: string | undefined, now: Date): FormIssue[] {
  if (painSince !== undefined && painSince < earliestPain) return [fact("painSince", "painSince")];
  return painSince !== undefined && Date.parse(painSince) > now.getTime() + dayInMilliseconds ? [fact("painSince", "painSinceFuture")] : [];
}

function fact(field: string, problem: FactProblem): FormIssue {
  return { kind: "fact", field, problem };
}

const formOrder: readonly string[] = [
  "protocol",
  "reason",
  "measuredAt",
  "footwear",
  "surface",
  "inclinePercent",
  "device",
  ...measuredColumns,
  "pain",
  "painSince",
  "injuryRegion",
  "injuryLocation",
  "injurySide",
  "notes",
];

function inOrder(issues: readonly FormIssue[]): FormIssue[] {
  const place = (issue: FormIssue) => formOrder.indexOf(issue.field);
  return issues.toSorted((one, other) => place(one) - place(other));
}
