import type { Cell } from "./types";

/** Table cells for numbers that come without words of their own. */
export function numberCells(locale: string): (value: number | null) => Cell {
  const format = new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 });
  return (value) => ({ text: value === null ? "–" : format.format(value), value });
}
