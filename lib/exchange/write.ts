import type { Measurements } from "@/lib/measurements/schema";
import { type FactTarget, factTargets, measuredTargets } from "./targets";
import type { ImportedFacts } from "./types";

/** Whose assessment a row is. `birthDate` is "YYYY-MM-DD". */
export type ExportedPerson = { id: string; name: string; identifier: string | null; birthDate: string; sex: "female" | "male" };
export type ExportedAssessment = { person: ExportedPerson; facts: ImportedFacts; measurements: Measurements };

/** What an import needs to know is stated; the age follows from the dates. */
type StatedFact = Exclude<FactTarget, "age">;
const facts = factTargets.filter((fact): fact is StatedFact => fact !== "age");

/** The names of an export's columns: those an import knows without being told. */
export const exportHeader: readonly string[] = [...facts, ...measuredTargets];

/** An assessment as the cells of a row under {@link exportHeader}; what is missing is blank. */
export function exportCells({ person, facts: stated, measurements }: ExportedAssessment): readonly string[] {
  const values: Record<StatedFact, string | number | undefined> = {
    athlete: person.identifier ?? person.name,
    measured_at: stated.measuredAt.toISOString(),
    protocol: stated.protocol,
    athlete_id: person.id,
    identifier: person.identifier ?? undefined,
    name: person.name,
    birth_date: person.birthDate,
    sex: person.sex,
    time_zone: stated.timeZone,
    reason: stated.reason,
    footwear: stated.footwear,
    surface: stated.surface,
    incline_percent: stated.inclinePercent,
    device: stated.device,
    pain: stated.pain,
    pain_since: stated.painSince,
    injured_joint: stated.injuryRegion,
    injury_location: stated.injuryLocation,
    injury_side: stated.injurySide,
    notes: stated.notes,
  };
  return [...facts.map((fact) => textOf(values[fact])), ...measuredTargets.map((target) => textOf(measurements[target]))];
}

/** A number in full, for an exponent is none to a spreadsheet of another country; what is missing is blank. */
export function textOf(value: string | number | undefined): string {
  if (typeof value !== "number") return value ?? "";
  const text = String(value);
  const [, sign = "", whole = "", fraction = "", exponent] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (exponent === undefined) return text;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, "0").slice(0, point)}${digits.length > point ? `.${digits.slice(point)}` : ""}`;
}

/** The columns of a training table: what a model may be asked with or be trained to tell, and whose row it is. */
export const trainingHeader: readonly string[] = [
  "subject",
  "age_years",
  "sex",
  "injured_joint",
  "injury_location",
  "injury_side",
  ...measuredTargets,
];

/**
 * An assessment as a row under {@link trainingHeader}: under a name for this export alone, with the age in completed years on
 * the day instead of any date, and without identifier, notes or conditions.
 */
export function trainingCells(
  { person, facts: stated, measurements }: ExportedAssessment,
  { subject, age }: { subject: string; age: number | null },
): readonly string[] {
  const values = [subject, age ?? undefined, person.sex, stated.injuryRegion, stated.injuryLocation, stated.injurySide];
  return [...values.map(textOf), ...measuredTargets.map((target) => textOf(measurements[target]))];
}
