import { asymmetry } from "@/lib/measurements/asymmetry";
import { columnName } from "@/lib/measurements/columns";
import { derive } from "@/lib/measurements/derived";
import { type Dictionary, fieldsOf, dictionary as ours } from "@/lib/measurements/dictionary";
import type { Field } from "@/lib/measurements/field-schema";
import type { Measurements } from "@/lib/measurements/schema";
import { type Group, groupSchema, type Protocol } from "@/lib/measurements/vocabulary";

export type MeasuredRow = {
  field: Field;
  deviation: boolean;
  left?: number | string;
  right?: number | string;
  both?: number | string;
  /** Left minus right, in the field's unit; undefined where a side is missing or the values are words. */
  difference?: number;
  /** Signed %, where zero means none of it. */
  percent?: number;
  derived: boolean;
};

/** What was measured and what follows from it, by group in the form's order; groups and fields without a value are left out. */
export function measuredRows(
  measurements: Measurements,
  protocol: Protocol,
  dictionary: Dictionary = ours,
): { group: Group; rows: MeasuredRow[] }[] {
  const derived = derive(measurements, { protocol, dictionary });
  const value = (column: string) => measurements[column] ?? derived[column]?.value;
  const rowOf = (field: Field, deviation: boolean): MeasuredRow[] => {
    const column = (side: "left" | "right" | "both") => columnName({ code: field.code, side, deviation });
    const [left, right, both] = [value(column("left")), value(column("right")), value(column("both"))];
    if (left === undefined && right === undefined && both === undefined) return [];
    const computed = [column("left"), column("right"), column("both")].every((name) => measurements[name] === undefined);
    return [{ field, deviation, left, right, both, derived: computed, ...compare(field, left, right) }];
  };
  return groupSchema.options
    .map((group) => ({
      group,
      rows: fieldsOf({ protocol, group }, dictionary).flatMap((field) => [
        ...rowOf(field, false),
        ...(field.deviation ? rowOf(field, true) : []),
      ]),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function compare(field: Field, left: unknown, right: unknown): Pick<MeasuredRow, "difference" | "percent"> {
  if (field.kind !== "number" || typeof left !== "number" || typeof right !== "number") return {};
  const sides = asymmetry(field, left, right);
  return { difference: left - right, percent: sides.kind === "index" ? sides.percent : undefined };
}
