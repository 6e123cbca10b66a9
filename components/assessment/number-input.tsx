"use client";

import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { afterPress } from "./after-press";
import { useForm } from "./form-context";
import type { NumberView } from "./types";

export type NumberInputProps = { field: NumberView; column: string; label: string; deviation?: boolean; hint?: string };

/** One number in the person's unit; a comma or a point is its decimal mark. */
export function NumberInput({ field, column, label, deviation = false, hint }: NumberInputProps) {
  const { initial, errors, check } = useForm();
  const part = deviation && field.deviation ? field.deviation : field;
  return (
    <Field id={column} label={label} hint={hint} error={errors[column]}>
      {(control) => (
        <Input
          {...control}
          name={column}
          unit={part.unit || undefined}
          inputMode={keypad(part)}
          autoComplete="off"
          enterKeyHint="next"
          defaultValue={initial[column]}
          onBlur={({ currentTarget: { value } }) => afterPress(() => check(column, value, field, deviation))}
        />
      )}
    </Field>
  );
}

/** A numeric keypad has no minus on some phones, no colon and no feet on any. */
function keypad({ unit, bounds }: Pick<NumberView, "unit" | "bounds">): "decimal" | "text" {
  const negative = [bounds.walk, bounds.run].some((range) => range !== null && range.min < 0);
  return negative || unit === "ft" || unit.startsWith("min/") ? "text" : "decimal";
}
