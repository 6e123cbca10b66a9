import type { Field } from "@/lib/measurements/field-schema";
import { parseNumber } from "@/lib/measurements/numbers";
import { fail, type Result, succeed } from "@/lib/result";

// Units in which other systems write what the dictionary keeps in its own.

/** How many of the dictionary's units one of these is. */
const linear: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "m/s": { "km/h": 1 / 3.6, mph: 0.44704 },
  "km/h": { "m/s": 3.6, mph: 1.609344 },
  cm: { m: 100, mm: 0.1, in: 2.54 },
  m: { cm: 0.01, mm: 0.001, ft: 0.3048, in: 0.0254 },
  kg: { lb: 0.45359237, g: 0.001 },
  s: { ms: 0.001 },
  mm: { cm: 10, m: 1000, in: 25.4 },
  deg: { rad: 180 / Math.PI },
  "deg/s": { "rad/s": 180 / Math.PI },
  "% of cycle": { ratio: 100 },
  "% of stance": { ratio: 100 },
  "steps/min": { "strides/min": 2, "steps/s": 60 },
  "kN/m": { "N/m": 0.001 },
};

/** Metres that a pace counts its minutes for. */
const paces: Readonly<Record<string, number>> = { "min/km": 1000, "min/mi": 1609.344 };

const isSpeed = (unit: string | null): boolean => unit === "m/s" || unit === "km/h";

/** The units from which a column of this field can be converted, the dictionary's own left out. */
export function unitsFor(measured: Pick<Field, "unit">, deviation = false): readonly string[] {
  const { unit } = measured;
  if (unit === null) return [];
  return [...Object.keys(linear[unit] ?? {}), ...(isSpeed(unit) && !deviation ? Object.keys(paces) : [])];
}

/** A number written in `from`, as a text in the dictionary's unit; the text itself where it is no number, for that is said elsewhere. */
export function convertText(text: string, unit: string, from: string): string {
  const value = convert(text, unit, from);
  return value.ok ? String(value.value) : text;
}

function convert(text: string, unit: string, from: string): Result<number, "unreadable"> {
  const metres = paces[from];
  if (metres !== undefined && isSpeed(unit)) {
    const minutes = minutesOf(text);
    if (minutes === null || minutes <= 0) return fail("unreadable");
    return succeed((metres / (minutes * 60)) * (unit === "km/h" ? 3.6 : 1));
  }
  const factor = linear[unit]?.[from];
  const number = parseNumber(text);
  // A product in binary is off in its last digits: 1.73 m is 173 cm.
  return number.ok && factor !== undefined ? succeed(Number((number.value * factor).toPrecision(15))) : fail("unreadable");
}

function minutesOf(text: string): number | null {
  const [, minutes, seconds] = /^(\d{1,3}):([0-5]?\d(?:[.,]\d+)?)$/.exec(text.trim()) ?? [];
  if (minutes !== undefined && seconds !== undefined) return Number(minutes) + Number(seconds.replace(",", ".")) / 60;
  const number = parseNumber(text);
  return number.ok ? number.value : null;
}

const spellings: Readonly<Record<string, string>> = {
  kmh: "km/h",
  kph: "km/h",
  "km/hr": "km/h",
  "mi/h": "mph",
  "/km": "min/km",
  "/mi": "min/mi",
  "min/mile": "min/mi",
  lbs: "lb",
  inches: "in",
  inch: "in",
  feet: "ft",
  msec: "ms",
  sec: "s",
  "°": "deg",
  grados: "deg",
  degrees: "deg",
  "°/s": "deg/s",
  spm: "steps/min",
  "pasos/min": "steps/min",
  "zancadas/min": "strides/min",
  "%": "%",
  kgs: "kg",
  metros: "m",
  meters: "m",
};

/** A unit as we spell it. */
export function unitSpelt(written: string): string {
  const bare = written.trim().toLowerCase().replaceAll(" ", "");
  return spellings[bare] ?? bare;
}

/**
 * The unit a column's numbers are probably in, where they do not fit the field's range as they are and nearly all fit
 * converted: 5.4 as a walking speed in m/s is 5.4 km/h. Null where they fit, or nothing makes them fit.
 */
export function suspectedUnit(
  texts: readonly string[],
  field: Pick<Field, "unit">,
  range: readonly [number, number],
  deviation = false,
): string | null {
  const { unit } = field;
  const filled = texts.filter((text) => text.trim() !== "");
  if (unit === null || filled.length === 0 || shareInside(filled.map(parseNumber), range) > 0.5) return null;
  const shares = unitsFor(field, deviation).map((from) => ({
    from,
    share: shareInside(
      filled.map((text) => convert(text, unit, from)),
      range,
    ),
  }));
  const best = shares.reduce((one, other) => (other.share > one.share ? other : one), { from: "", share: 0 });
  return best.share >= 0.9 ? best.from : null;
}

function shareInside(numbers: readonly Result<number, unknown>[], [least, most]: readonly [number, number]): number {
  const inside = numbers.filter((number) => number.ok && number.value >= least && number.value <= most);
  return inside.length / numbers.length;
}
