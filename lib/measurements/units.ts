import { fail, type Result, succeed } from "../result";
import { type NumberProblem, parseNumber } from "./numbers";
import type { UnitPreferences } from "./unit-preferences";
import type { Bilingual, Locale } from "./vocabulary";

/** Units as people prefer them. Storage, API and CSV stay in the dictionary's units. Imports no field: a browser may use it. */

export type Quantity = "speed" | "height" | "mass" | "length";

export const metricPreferences: UnitPreferences = { speed: "m/s", height: "cm", mass: "kg", length: "m" };

/** What is needed to show a number; a dictionary's number field is one. */
export type Shown = {
  readonly unit: string | null;
  readonly quantity: Quantity | null;
  readonly decimals: number;
  /** True for a deviation or a difference: it has no pace (min/km), so it is shown as the speed of that system. */
  readonly spread?: boolean;
};

/** Why an entry is not a value. A pace needs `minutes_and_seconds` (5:12) and a height `feet_and_inches` (5′11″): "5.12" and "5.11" read two ways. */
export type EntryProblem = NumberProblem | "minutes_and_seconds" | "feet_and_inches";

/** Size of each unit in m/s, cm, kg and m. */
const sizes: Readonly<Record<Quantity, Readonly<Record<string, number>>>> = {
  speed: { "m/s": 1, "km/h": 1 / 3.6, mph: 0.44704 },
  height: { cm: 1, m: 100, in: 2.54, ft: 30.48 },
  mass: { kg: 1, lb: 0.45359237 },
  length: { m: 1, cm: 0.01, ft: 0.3048 },
};

/** Metres a pace counts minutes for. */
const paces: Readonly<Record<string, number>> = { "min/km": 1000, "min/mi": 1609.344 };

const decimalsOf: Readonly<Record<string, number>> = { "m/s": 2, "km/h": 1, mph: 1, cm: 0, kg: 1, lb: 1, m: 2, ft: 2 };

const spellings: Readonly<Record<Quantity, Readonly<Record<string, string>>>> = {
  speed: {
    kmh: "km/h",
    kph: "km/h",
    "mi/h": "mph",
    "/km": "min/km",
    "/mi": "min/mi",
    "min/mile": "min/mi",
    "min/milla": "min/mi",
    "/mile": "min/mi",
  },
  height: { inches: "in", pulgadas: "in" },
  mass: { kgs: "kg", lbs: "lb" },
  length: { feet: "ft", "′": "ft", "'": "ft" },
};

const unitTexts: Readonly<Record<string, Bilingual>> = {
  years: { en: "years", es: "años" },
  "steps/min": { en: "steps/min", es: "pasos/min" },
  "% of cycle": { en: "% of cycle", es: "% del ciclo" },
  "% of stance": { en: "% of stance", es: "% del apoyo" },
  points: { en: "points", es: "puntos" },
  deg: { en: "°", es: "°" },
  "deg/s": { en: "°/s", es: "°/s" },
  "kg/m2": { en: "kg/m²", es: "kg/m²" },
  BW: { en: "BW", es: "PC" },
  "BW/s": { en: "BW/s", es: "PC/s" },
  "min/mi": { en: "min/mile", es: "min/milla" },
};

/** Size of a unit in m/s, cm, kg or m; undefined where the quantity has no such unit. */
export const unitOf = (quantity: Quantity, unit: string | null): number | undefined => (unit === null ? undefined : sizes[quantity][unit]);

const preferredUnit = ({ unit, quantity, spread }: Shown, preferences: UnitPreferences): string | null => {
  if (quantity === null) return unit;
  const preferred = preferences[quantity];
  if (spread !== true) return preferred;
  return preferred === "min/km" ? "km/h" : preferred === "min/mi" ? "mph" : preferred;
};

const unitText = (unit: string | null, locale: Locale): string => (unit === null ? "" : (unitTexts[unit]?.[locale] ?? unit));

/** The unit in which a person sees and enters the value, in words of their language; "" where there is none. */
export const displayUnit = (shown: Shown, preferences: UnitPreferences, locale: Locale): string =>
  unitText(preferredUnit(shown, preferences), locale);

/** Converts between linear units; the very same number where the unit is the same. */
const convert = (value: number, quantity: Quantity, from: string, to: string): number | undefined => {
  if (from === to) return value;
  const [fromSize, toSize] = [unitOf(quantity, from), unitOf(quantity, to)];
  return fromSize === undefined || toSize === undefined ? undefined : (value * fromSize) / toSize;
};

const formats = new Map<string, Intl.NumberFormat>();
const format = (value: number, locale: Locale, least: number, most: number): string => {
  const key = `${locale} ${least} ${most}`;
  const known = formats.get(key);
  const used =
    known ??
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: least,
      maximumFractionDigits: most,
      useGrouping: false,
      signDisplay: "negative",
    });
  if (known === undefined) formats.set(key, used);
  return used.format(value);
};

/** A total in sixtieths or twelfths as whole part and rest, rounded first so that the rest never reaches `base`. */
const split = (total: number, base: number, decimals: number): { whole: number; rest: number } => {
  const rounded = Number(total.toFixed(decimals));
  const whole = Math.floor(rounded / base);
  return { whole, rest: Number((rounded - whole * base).toFixed(decimals)) };
};

const paceText = (metresPerSecond: number, metres: number, locale: Locale, decimals: number): string => {
  if (metresPerSecond <= 0) return "–";
  const { whole, rest } = split(metres / metresPerSecond, 60, decimals);
  return `${whole}:${rest < 10 ? "0" : ""}${format(rest, locale, 0, decimals)}`;
};

const feetText = (centimetres: number, locale: Locale, decimals: number): string => {
  const { whole, rest } = split(Math.abs(centimetres) / 2.54, 12, decimals);
  return `${centimetres < 0 ? "-" : ""}${whole}′${format(rest, locale, 0, decimals)}″`;
};

type Precision = "shown" | "entry";

const text = (value: number, shown: Shown, preferences: UnitPreferences, locale: Locale, precision: Precision): string => {
  const { quantity, unit } = shown;
  const target = preferredUnit(shown, preferences);
  const exact = precision === "entry";
  if (quantity === null || unit === null || target === null || target === unit) {
    return exact ? format(value, locale, 0, 20) : format(value, locale, shown.decimals, shown.decimals);
  }
  const metres = paces[target];
  if (metres !== undefined) return paceText(convert(value, quantity, unit, "m/s") ?? value, metres, locale, exact ? 3 : 0);
  if (quantity === "height") return feetText(convert(value, quantity, unit, "cm") ?? value, locale, exact ? 3 : 0);
  const decimals = shown.spread === true ? 2 : (decimalsOf[target] ?? shown.decimals);
  return format(convert(value, quantity, unit, target) ?? value, locale, exact ? 0 : decimals, exact ? 6 : decimals);
};

/**
 * A value in the dictionary's unit as a person reads it, without its unit: "1,35", "5:12" (min/km), "5′11″" (ft).
 * Digits are not grouped, so that what is read can be typed back.
 */
export const toDisplay = (value: number, shown: Shown, preferences: UnitPreferences, locale: Locale): string =>
  text(value, shown, preferences, locale, "shown");

/** Text to fill a form with when a value is corrected: in full, so that saving it untouched does not round it. */
export const toEntry = (value: number, shown: Shown, preferences: UnitPreferences, locale: Locale): string =>
  text(value, shown, preferences, locale, "entry");

/** `toDisplay` with its unit: "1.35 m/s", "5:12 min/km", "5′11″", "7.3°". The space does not break. */
export const toDisplayWithUnit = (value: number, shown: Shown, preferences: UnitPreferences, locale: Locale): string => {
  const number = toDisplay(value, shown, preferences, locale);
  const unit = displayUnit(shown, preferences, locale);
  if (unit === "" || number.endsWith("″")) return number;
  const joined = unit.startsWith("°") || (unit.startsWith("%") && locale === "en");
  return `${number}${joined ? "" : "\u00a0"}${unit}`;
};

/**
 * A value as a number on an axis in the person's units. An axis is linear, so a pace (min/km) stands there as its speed (km/h):
 * `displayUnit` with `spread` names the unit.
 */
export const toScale = (value: number, shown: Shown, preferences: UnitPreferences): number => {
  const target = preferredUnit({ ...shown, spread: true }, preferences);
  if (shown.quantity === null || shown.unit === null || target === null) return value;
  return convert(value, shown.quantity, shown.unit, target) ?? value;
};

const feetAndInches = /^(\d+)\s*(?:'|′|’|ft|feet|pies?)\s*(?:(\d+(?:[.,]\d+)?)\s*(?:"|″|”|''|′′|in|inches|pulgadas)?)?$/i;
const minutesAndSeconds = /^(\d{1,4}):(\d{1,2}(?:[.,]\d+)?)$/;
/** Minutes and seconds as runners write them: 5'12". */
const primes = /^(\d{1,4})\s*['′’]\s*(\d{1,2})\s*(?:["″”]|''|′′)?/;
const numberThenUnit = /^([+\-−–‐‑\d.,:\s]*?)\s*([^\d\s.,:+\-−–‐‑].*)?$/;

const parsePace = (entry: string, metres: number): Result<number, EntryProblem> => {
  const match = minutesAndSeconds.exec(entry);
  const minutes = match?.[1] ?? (/^\d{1,3}$/.test(entry) ? entry : undefined);
  if (minutes === undefined) return fail(entry === "" ? "empty" : "minutes_and_seconds");
  const seconds = Number((match?.[2] ?? "0").replace(",", "."));
  const total = Number(minutes) * 60 + seconds;
  return seconds >= 60 || total === 0 ? fail("minutes_and_seconds") : succeed(metres / total);
};

const parseFeet = (entry: string): Result<number, EntryProblem> | null => {
  const match = feetAndInches.exec(entry);
  if (match === null) return null;
  const inches = Number((match[2] ?? "0").replace(",", "."));
  return inches >= 12 ? fail("feet_and_inches") : succeed(Number(match[1]) * 30.48 + inches * 2.54);
};

const toUnit = (value: number, quantity: Quantity, from: string, to: string | null): Result<number, EntryProblem> => {
  const converted = to === null ? undefined : convert(value, quantity, from, to);
  return converted === undefined ? fail("not_a_number") : succeed(converted);
};

const isWrittenAs = (written: string, unit: string | null): boolean =>
  unit !== null && [unit, unitText(unit, "en"), unitText(unit, "es")].some((name) => name.toLowerCase() === written);

/**
 * What a person typed, as a value in the dictionary's unit. Without a unit the person's preferred one is meant; a unit written
 * out ("180 cm", "5:12 min/km", "5 ft 11") is honoured if the quantity has it. Never throws.
 */
export const fromEntry = (entry: string, shown: Shown, preferences: UnitPreferences): Result<number, EntryProblem> => {
  const { quantity, unit } = shown;
  const trimmed = entry.trim();
  if (quantity === "height") {
    const feet = parseFeet(trimmed);
    if (feet !== null) return feet.ok ? toUnit(feet.value, quantity, "cm", unit) : feet;
  }
  const plain = quantity === "speed" ? trimmed.replace(primes, "$1:$2") : trimmed;
  const [, figures = "", suffix = ""] = numberThenUnit.exec(plain) ?? [];
  if (figures === "" && suffix !== "") return fail("not_a_number");
  const written = suffix.trim().toLowerCase();
  if (quantity === null) return written === "" || isWrittenAs(written, unit) ? parseNumber(figures) : fail("not_a_number");

  const named = written === "" ? preferredUnit(shown, preferences) : (spellings[quantity][written.replaceAll(" ", "")] ?? written);
  if (named === null) return fail("not_a_number");
  const metres = quantity === "speed" && shown.spread !== true ? paces[named] : undefined;
  if (metres !== undefined) {
    const pace = parsePace(figures.trim(), metres);
    return pace.ok ? toUnit(pace.value, quantity, "m/s", unit) : pace;
  }
  if (quantity === "height" && named === "ft" && !/^\d*$/.test(figures.trim())) return fail("feet_and_inches");
  const number = parseNumber(figures);
  return number.ok ? toUnit(number.value, quantity, named, unit) : number;
};
