import { dictionary } from "@/lib/measurements/dictionary";
import { type Reader, valueText } from "@/lib/measurements/text";
import { displayUnit, toScale } from "@/lib/measurements/units";

/** A measurement as this person reads it: a number on an axis in their unit, and in words. */
export type Metric = {
  code: string;
  label: string;
  /** The label within a sentence: "speed", but "FPI". */
  name: string;
  unit: string;
  decimals: number;
  /** From the dictionary's unit to the axis. */
  scale: (value: number) => number;
  /** "1.24 m/s", of a value in the dictionary's unit. */
  text: (value: number) => string;
};

const convertedDecimals = 2;

export function metricOf(code: string, reader: Reader): Metric {
  const field = dictionary.get(code);
  if (field?.kind !== "number") throw new Error(`${code} is no number of the dictionary`);
  const shown = { ...field, spread: true };
  // Without the last digits of a sum of fractions, which a download would show.
  const scale = (value: number) => Number(toScale(value, field, reader.preferences).toPrecision(10));
  return {
    code,
    label: field.label[reader.locale],
    name: withinSentence(field.label[reader.locale], reader.locale),
    unit: displayUnit(shown, reader.preferences, reader.locale),
    decimals: scale(1) === 1 ? field.decimals : convertedDecimals,
    scale,
    // In the unit of the axis: a pace stands there as its speed.
    text: (value) => valueText(field, value, reader, true),
  };
}

/** An initial stays as it is. */
const withinSentence = (label: string, locale: string): string =>
  /^\p{Lu}[\p{Lu}\d]/u.test(label) ? label : `${label.charAt(0).toLocaleLowerCase(locale)}${label.slice(1)}`;
