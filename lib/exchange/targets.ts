import { columnName, columnsOfField, parseColumn } from "@/lib/measurements/columns";
import { dictionary } from "@/lib/measurements/dictionary";

// What a column of a file may mean: a fact of the person or of the assessment, a measured column of the dictionary, or a
// clinical test as the original application coded it.

/** Facts in the order of an export; the dictionary's own columns follow. */
export const factTargets = [
  "athlete",
  "measured_at",
  "protocol",
  "athlete_id",
  "identifier",
  "name",
  "birth_date",
  "age",
  "sex",
  "time_zone",
  "reason",
  "footwear",
  "surface",
  "incline_percent",
  "device",
  "pain",
  "pain_since",
  "injured_joint",
  "injury_location",
  "injury_side",
  "notes",
] as const;
export type FactTarget = (typeof factTargets)[number];

export const isFactTarget = (target: string): target is FactTarget => factTargets.some((fact) => fact === target);

const measured = dictionary.fields.filter(({ keptIn }) => keptIn === "measurement");

/** Every column the dictionary keeps in an assessment, in its order. */
export const measuredTargets: readonly string[] = measured.flatMap(columnsOfField).map(columnName);

const codedEnding = ":0-3";

/**
 * The original's tests have one number for both sides, relative to the injured one (0 none, 1 injured side, 2 other side,
 * 3 both): a target of their own, such as `thomas_psoas:0-3`.
 */
export const codedTargets: readonly string[] = measured.filter(({ kind }) => kind === "finding").map(({ code }) => `${code}${codedEnding}`);

/** The test's code where the target is one of {@link codedTargets}. */
export function codedTest(target: string): string | null {
  return target.endsWith(codedEnding) ? target.slice(0, -codedEnding.length) : null;
}

const known = new Set<string>([...factTargets, ...measuredTargets, ...codedTargets]);

export const isTarget = (target: string): boolean => known.has(target);

/** The dictionary's field behind a measured target, and whether it is its deviation. */
export function measuredField(target: string) {
  const column = parseColumn(target);
  const field = column === null ? undefined : dictionary.get(column.code);
  return column === null || field === undefined || isFactTarget(target) ? null : { field, deviation: column.deviation, column };
}
