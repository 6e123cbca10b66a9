import { columnNames, sidesOf } from "./columns";
import { plainDate } from "./dates";
import { type Dictionary, dictionary as ours, rangeOf } from "./dictionary";
import type { Measurements } from "./schema";
import type { Protocol, Side } from "./vocabulary";

/** Values computed from others: never asked for, never stored, never in place of a measured one. */

/** Body mass index in kg/m², of kilograms and centimetres. */
export const bmi = (weightKg: number, heightCm: number): number => weightKg / (heightCm / 100) ** 2;

/** Mean step length in metres, of a stride length in metres. */
export const stepLengthFromStride = (strideLength: number): number => strideLength / 2;

/** Stride length in metres, of a speed in m/s and a step rate in steps/min: a stride is two steps. */
export const strideFromSpeedAndStepRate = (speed: number, stepRate: number): number => (120 * speed) / stepRate;

/** Contact ratio in % of the cycle, of contact and swing times in seconds. */
export const contactRatioFromTimes = (contactTime: number, swingTime: number): number => (100 * contactTime) / (contactTime + swingTime);

/** Mean speed in m/s, of the treadmill's in km/h. */
export const speedFromTreadmill = (treadmillSpeed: number): number => treadmillSpeed / 3.6;

/** The models know adults only, and so does Marcha for now. */
export const adultAge = 18;

/**
 * Age in completed years on a date. Both are "YYYY-MM-DD"; null where either is no calendar date or the birth is later. Who was
 * born on 29 February has the birthday on 1 March in common years.
 */
export const ageAt = (birthDate: string, date: string): number | null => {
  const [birth, at] = [plainDate(birthDate), plainDate(date)];
  if (birth === null || at === null || birthDate > date) return null;
  const before = date.slice(yearsLength) < birthDate.slice(yearsLength);
  return at.year - birth.year - (before ? 1 : 0);
};

const yearsLength = "YYYY".length;

/** A derived value and the columns it was computed from (`birth_date`, `measured_on` for age). */
export type Derivation = { readonly value: number | string; readonly from: readonly string[] };

type Rule = { readonly code: string; readonly inputs: readonly [string, ...string[]]; readonly compute: (...inputs: number[]) => number };

/** In order: a later rule may use what an earlier one derived. */
const rules: readonly Rule[] = [
  { code: "bmi", inputs: ["weight_kg", "height_cm"], compute: bmi },
  { code: "speed", inputs: ["treadmill_speed"], compute: speedFromTreadmill },
  { code: "stride_length", inputs: ["speed", "step_rate"], compute: strideFromSpeedAndStepRate },
  { code: "step_length", inputs: ["stride_length"], compute: stepLengthFromStride },
  { code: "contact_ratio", inputs: ["contact_time", "swing_time"], compute: contactRatioFromTimes },
];

const names = new Map(["age_years", ...rules.flatMap(({ code, inputs }) => [code, ...inputs])].map((code) => [code, columnNames(code)]));

type Input = { readonly value: number; readonly side: Side; readonly from: readonly string[] };

export type DeriveContext = {
  readonly protocol: Protocol;
  /** "YYYY-MM-DD"; age is derived where both are given. */
  readonly birthDate?: string;
  readonly measuredOn?: string;
  readonly dictionary?: Dictionary;
};

/**
 * What follows from the measurements, by column, with the columns it came from. A field measured on any side is not derived.
 * A value by side uses the value for both where an input has no sides. What falls outside the field's range is left out:
 * its inputs, plausible alone, are not plausible together.
 */
export const derive = (measurements: Measurements, context: DeriveContext): Readonly<Record<string, Derivation>> => {
  const { protocol, birthDate, measuredOn, dictionary = ours } = context;
  const derived = new Map<string, Derivation>();
  const columnOf = (code: string, side: Side): string => (names.get(code) ?? columnNames(code))[side];

  const isMeasured = (code: string): boolean =>
    measurements[columnOf(code, "both")] !== undefined ||
    measurements[columnOf(code, "left")] !== undefined ||
    measurements[columnOf(code, "right")] !== undefined;

  const add = (code: string, side: Side, value: number, from: readonly string[]) => {
    const measured = dictionary.get(code);
    const range = measured === undefined ? null : rangeOf(measured, protocol);
    if (range === null || !(value >= range[0] && value <= range[1])) return;
    derived.set(columnOf(code, side), { value, from });
  };

  const at = (code: string, side: Side): Input | null => {
    const column = columnOf(code, side);
    const measured = measurements[column];
    if (typeof measured === "number") return { value: measured, side, from: [column] };
    const computed = derived.get(column);
    if (typeof computed?.value === "number") return { value: computed.value, side, from: computed.from };
    return side === "both" ? null : at(code, "both");
  };

  if (birthDate !== undefined && measuredOn !== undefined && !isMeasured("age_years")) {
    const age = ageAt(birthDate, measuredOn);
    if (age !== null) add("age_years", "both", age, ["birth_date", "measured_on"]);
  }
  for (const { code, inputs, compute } of rules) {
    const measured = dictionary.get(code);
    if (measured === undefined || isMeasured(code)) continue;
    for (const side of sidesOf(measured)) {
      const found: Input[] = [];
      for (const input of inputs) {
        const given = at(input, side);
        if (given === null) break;
        found.push(given);
      }
      const ofThisSide = found.length === inputs.length && found.some((input) => input.side === side);
      if (ofThisSide) add(code, side, compute(...found.map((input) => input.value)), [...new Set(found.flatMap((input) => input.from))]);
    }
  }
  const zone = ["injured_joint", "injury_location", "injury_side"];
  const parts = zone.flatMap((column) => measurements[column] ?? []);
  if (dictionary.get("affected_zone") !== undefined && parts.length === zone.length) {
    derived.set("affected_zone", { value: parts.join("_"), from: zone });
  }
  return Object.fromEntries(derived);
};

/** The values of {@link derive} by column, without where they came from. */
export const derivedValues = (measurements: Measurements, context: DeriveContext): Measurements =>
  Object.fromEntries(Object.entries(derive(measurements, context)).map(([column, { value }]) => [column, value]));
