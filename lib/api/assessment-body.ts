import "server-only";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { AssessmentInput } from "@/lib/data/assessments";
import { conditionsSchema } from "@/lib/measurements/conditions";
import { parseMeasurements } from "@/lib/measurements/schema";
import { protocolSchema } from "@/lib/measurements/vocabulary";
import { measurementProblems } from "./measurement-problems";
import { type FieldProblem, Problem } from "./problem";
import type { newAssessment } from "./schemas";
import { pointer } from "./validate";

// What an assessment's schema cannot say alone: ranges that depend on the protocol, facts that contradict each other, time.

/** How far another computer's clock may be ahead of ours. */
const clockMilliseconds = 5 * 60_000;
const dayMilliseconds = 24 * 60 * 60_000;
/** Pain did not begin before anybody alive was born. */
const earliestPain = "1900-01-01";

const looseSchema = z.record(z.string(), z.unknown());

/** Every problem beyond the schema's own, of a body as it came. */
export function assessmentProblems(json: unknown, now = new Date()): FieldProblem[] {
  const body = looseSchema.safeParse(json);
  if (!body.success) return [];
  return [...timeProblems(body.data, now), ...conditionProblems(body.data, now), ...measuredProblems(body.data)];
}

/** The assessment of a body that its schema has read. */
export function assessmentOf(body: z.output<typeof newAssessment>): Omit<AssessmentInput, "submissionId"> {
  const conditions = conditionsSchema.parse(conditionsOf(body));
  const measurements = parseMeasurements(body.measurements, body.protocol);
  if (!measurements.ok) throw new Problem("invalid", { errors: measurementProblems(body.measurements, body.protocol, ["measurements"]) });
  const notes = body.notes?.trim();
  return {
    ...conditions,
    measuredAt: new Date(body.measured_at),
    timeZone: knownZone(body.time_zone) ?? "UTC",
    ...(notes && { notes }),
    measurements: measurements.value,
  };
}

function timeProblems({ measured_at: at, time_zone: zone }: Record<string, unknown>, now: Date): FieldProblem[] {
  const time = typeof at === "string" ? Date.parse(at) : Number.NaN;
  return [
    ...(time > now.getTime() + clockMilliseconds ? [problem("measured_at", "in_the_future", "It has not been yet.")] : []),
    ...(typeof zone === "string" && knownZone(zone) === null
      ? [problem("time_zone", "not_a_value", "There is no time zone of this name.")]
      : []),
  ];
}

function conditionProblems(body: Record<string, unknown>, now: Date): FieldProblem[] {
  const parsed = conditionsSchema.safeParse({ protocol: "walk", reason: "checkup", ...conditionsOf(body) });
  const contradictions = parsed.success
    ? []
    : parsed.error.issues.flatMap(({ code, path, message }) => {
        const name = nameOfCondition.get(String(path[0]));
        return code === "custom" && name
          ? [problem(name, "contradiction", `${message.replace(/^./, (first) => first.toUpperCase())}.`)]
          : [];
      });
  const since = body.pain_since;
  if (typeof since !== "string") return contradictions;
  if (since < earliestPain) return [...contradictions, problem("pain_since", "out_of_range", `Not before ${earliestPain}.`)];
  return Date.parse(since) > now.getTime() + dayMilliseconds
    ? [...contradictions, problem("pain_since", "in_the_future", "It has not been yet.")]
    : contradictions;
}

function measuredProblems(body: Record<string, unknown>): FieldProblem[] {
  const [values, protocol] = [looseSchema.safeParse(body.measurements), protocolSchema.safeParse(body.protocol)];
  if (!values.success) return [];
  if (Object.values(values.data).every((value) => value === null)) {
    return [problem("measurements", "nothing_measured", "At least one value is needed.")];
  }
  return measurementProblems(values.data, protocol.success ? protocol.data : "walk", ["measurements"]).filter(
    ({ code }) => protocol.success || code === "unknown_field",
  );
}

const conditionNames = {
  protocol: "protocol",
  reason: "reason",
  footwear: "footwear",
  surface: "surface",
  device: "device",
  incline_percent: "inclinePercent",
  pain: "pain",
  pain_since: "painSince",
  injured_joint: "injuryRegion",
  injury_location: "injuryLocation",
  injury_side: "injurySide",
} as const;

const nameOfCondition = new Map<string, string>(Object.entries(conditionNames).map(([name, condition]) => [condition, name]));

function conditionsOf(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(conditionNames).flatMap(([name, condition]) => (body[name] === undefined ? [] : [[condition, body[name]]])),
  );
}

function knownZone(name: string): string | null {
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

function problem(name: string, code: string, detail: string): FieldProblem {
  return { pointer: pointer(name), code, detail };
}
