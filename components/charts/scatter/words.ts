import type { ScatterAxis } from "./types";

export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function axisName({ label, unit }: ScatterAxis): string {
  return unit ? `${label}, ${unit}` : label;
}

/** Writes an axis' values with their unit. To make one takes longer than to write a hundred values with it. */
export function axisFormat({ unit, decimals }: ScatterAxis, locale: string): (value: number) => string {
  const number = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return (value) => (unit ? `${number.format(value)} ${unit}` : number.format(value));
}
