import "server-only";
import type { z } from "zod";
import { chosen, leadingClass, predictionSchema } from "@/lib/inference";
import { absoluteSymmetryIndex, notableAsymmetry } from "@/lib/measurements/asymmetry";
import { readColumn } from "@/lib/measurements/columns";
import { detectableChangeOfColumn } from "@/lib/measurements/detectable-change";
import type { Measurements } from "@/lib/measurements/schema";
import type { Protocol } from "@/lib/measurements/vocabulary";

// What a roster says of an athlete, from the newest assessments: pure, so that it can be read without a database.

/** A model's answer without its reasons, which a line has no use for. */
export const lineAnswerSchema = predictionSchema.omit({ reasons: true, outside: true });

/** An assessment as a roster's line is made from it. */
export type LineAssessment = {
  id: string;
  protocol: Protocol;
  measuredAt: Date;
  timeZone: string;
  device: string | null;
  injuryRegion: string | null;
  /** Completed years on the day. */
  age: number | null;
  /** Read of the newest and of the one that it is compared with. */
  measurements: Measurements;
  predictions: readonly z.infer<typeof lineAnswerSchema>[];
};

/** Why a line is worth a look: a word each on the screen, none of them an alarm. */
export const rosterFlags = ["age", "zone", "change", "asymmetry"] as const;
/**
 * `age`: the own age lies outside the interval of the gait age. `zone`: an injury class stands out beyond the model's noise.
 * `change`: a measurement changed by more than its minimal detectable change. `asymmetry`: the sides differ notably.
 */
export type RosterFlag = (typeof rosterFlags)[number];

/** At most so many assessments are read for a line, and so many gait ages drawn. */
export const lineLength = 12;

/** The columns of a roster's line that follow from an athlete's assessments, newest first. */
export function rosterLine(assessments: readonly LineAssessment[]) {
  const [last] = assessments;
  const columns = {
    lastAssessmentId: last?.id ?? null,
    lastMeasuredAt: last?.measuredAt ?? null,
    lastTimeZone: last?.timeZone ?? null,
    lastProtocol: last?.protocol ?? null,
    injuryZone: statedZone(last?.injuryRegion ?? null),
    ...gaitAges(assessments),
    ...injuryPicture(assessments),
    ...biggestChange(assessments),
    ...largestAsymmetry(last),
  };
  return { ...columns, flags: flagsOf(columns) };
}

/** The zone of a stated injury; null where none was stated, or that there is none. */
export function statedZone(region: string | null | undefined): string | null {
  return region && region !== "none" ? region : null;
}

type Aged = { assessment: LineAssessment; value: number; lower: number; upper: number };

function agedOf(assessment: LineAssessment): Aged[] {
  const outcome = chosen(assessment.predictions, "age")?.outcome;
  return outcome?.kind === "regression" ? [{ assessment, value: outcome.value, lower: outcome.lower, upper: outcome.upper }] : [];
}

/** The newest gait age, and those before it of the same protocol: walking and running are answered by different models. */
function gaitAges(assessments: readonly LineAssessment[]) {
  const aged = assessments.flatMap(agedOf);
  const [newest] = aged;
  const age = newest?.assessment.age ?? null;
  return {
    gaitAge: newest?.value ?? null,
    gaitAgeLower: newest?.lower ?? null,
    gaitAgeUpper: newest?.upper ?? null,
    ageGap: newest && age !== null ? newest.value - age : null,
    sparkline: aged
      .filter(({ assessment }) => assessment.protocol === newest?.assessment.protocol)
      .slice(0, lineLength)
      .map(({ value }) => value)
      .toReversed(),
  };
}

/** What the newest injury picture speaks of first. Being healthy is named without its share: it resembles no injury. */
function injuryPicture(assessments: readonly LineAssessment[]) {
  const outcome = assessments.map(({ predictions }) => chosen(predictions, "injury")?.outcome).find((each) => each !== undefined);
  const leading = outcome?.kind === "classification" ? leadingClass(outcome) : undefined;
  if (outcome?.kind !== "classification" || !leading) {
    return { injuryClass: null, injuryShare: null, injuryBase: null, injuryStandsOut: false };
  }
  const healthy = leading.name === outcome.healthyClass;
  return {
    injuryClass: leading.name,
    injuryShare: healthy ? null : leading.share,
    injuryBase: healthy ? null : leading.base,
    injuryStandsOut: !healthy && leading.beyondNoise,
  };
}

/**
 * The measurement that changed most between the newest assessment and the one before it of the same protocol and device, in
 * minimal detectable changes; only where that is more than one. A column without one is not judged.
 */
function biggestChange(assessments: readonly LineAssessment[]) {
  const none = { changeColumn: null, changeFrom: null, changeTo: null, changeSize: null };
  const [last] = assessments;
  const before = comparedWith(assessments);
  if (!last || !before) return none;
  const [biggest] = Object.entries(last.measurements)
    .flatMap(([column, to]) => changeOf(column, last.protocol, before.measurements[column], to) ?? [])
    .toSorted((one, other) => other.changeSize - one.changeSize);
  return biggest ?? none;
}

/** The assessment before the newest one that it is compared with. */
function comparedWith([last, ...earlier]: readonly LineAssessment[]): LineAssessment | undefined {
  return earlier.find(({ protocol, device }) => protocol === last?.protocol && device === last.device);
}

/** What binary fractions add to a difference such as 1.395 − 1.2. */
const roundingError = 1e-9;

function changeOf(column: string, protocol: Protocol, from: number | string | undefined, to: number | string) {
  const detectable = detectableChangeOfColumn(column, protocol);
  if (detectable === null || typeof from !== "number" || typeof to !== "number") return null;
  const size = Math.abs(to - from) / detectable.value;
  return size > 1 + roundingError ? { changeColumn: column, changeFrom: from, changeTo: to, changeSize: size } : null;
}

/** The largest difference between the sides of the newest assessment, in % of their mean, whichever is larger. */
function largestAsymmetry(last: LineAssessment | undefined) {
  const [largest] = Object.entries(last?.measurements ?? {})
    .flatMap(([column, left]) => {
      const read = readColumn(column);
      if (read?.side !== "left" || read.deviation || read.field.kind !== "number" || read.field.scale !== "ratio") return [];
      const right = last?.measurements[`${read.code}_right`];
      if (typeof left !== "number" || typeof right !== "number") return [];
      const percent = absoluteSymmetryIndex(left, right);
      return percent === null ? [] : [{ asymmetryField: read.code, asymmetryPercent: percent }];
    })
    .toSorted((one, other) => other.asymmetryPercent - one.asymmetryPercent);
  return largest ?? { asymmetryField: null, asymmetryPercent: null };
}

type Judged = Omit<ReturnType<typeof gaitAges>, "sparkline"> & {
  injuryStandsOut: boolean;
  changeSize: number | null;
  asymmetryPercent: number | null;
};

function flagsOf(line: Judged): RosterFlag[] {
  const { gaitAge, gaitAgeLower, gaitAgeUpper, ageGap, injuryStandsOut, changeSize, asymmetryPercent } = line;
  const own = gaitAge === null || ageGap === null ? null : gaitAge - ageGap;
  const raised: Record<RosterFlag, boolean> = {
    age: own !== null && gaitAgeLower !== null && gaitAgeUpper !== null && (own < gaitAgeLower || own > gaitAgeUpper),
    zone: injuryStandsOut,
    change: changeSize !== null,
    asymmetry: asymmetryPercent !== null && asymmetryPercent >= notableAsymmetry,
  };
  return rosterFlags.filter((flag) => raised[flag]);
}
