import type { ScatterAxis } from "./types";

export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function axisName({ label, unit }: ScatterAxis): string {
  return unit ? `${label}, ${unit}` : label;
}

export function axisValue({ unit, decimals }: ScatterAxis, value: number, locale: string): string {
  const number = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);
  return unit ? `${number} ${unit}` : number;
}
