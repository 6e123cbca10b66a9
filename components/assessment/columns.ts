import type { FieldView } from "./types";

// Names of the form's measured fields: they are the dictionary's columns.

export const sides = ["left", "right"] as const;
export type EntrySide = (typeof sides)[number] | "one";

export function columnOf(code: string, side: EntrySide, deviation = false): string {
  return `${code}${deviation ? "_sd" : ""}${side === "one" ? "" : `_${side}`}`;
}

/** Every column a field fills, its deviations last. */
export function columnsOf(field: FieldView): { column: string; side: EntrySide; deviation: boolean }[] {
  const entrySides: readonly EntrySide[] = field.sides === "one" ? ["one"] : field.sides === "each" ? sides : ["one", ...sides];
  const deviations = field.kind === "number" && field.deviation ? [false, true] : [false];
  return deviations.flatMap((deviation) => entrySides.map((side) => ({ column: columnOf(field.code, side, deviation), side, deviation })));
}
