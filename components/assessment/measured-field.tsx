"use client";

import { useTranslations } from "next-intl";
import { memo, type ReactNode, useState } from "react";
import { cn } from "../ui/cn";
import { Hint } from "../ui/messages";
import { columnOf, sides } from "./columns";
import { useForm } from "./form-context";
import { NumberInput } from "./number-input";
import type { FormValues, NumberView } from "./types";

/** One value for both sides, or one per side. */
export type Sidedness = "one" | "sides";

export type MeasuredFieldProps = { field: NumberView; deviation?: boolean; sidedness?: Sidedness; className?: string };

/** A measured number: one input, or left and right beside each other. */
export const MeasuredField = memo(function MeasuredField({ field, deviation = false, sidedness = "one", className }: MeasuredFieldProps) {
  const t = useTranslations("assessment");
  const { initial, protocol } = useForm();
  const [own, setOwn] = useState(() => startOf(field, deviation, sidedness, initial));
  const part = deviation && field.deviation ? field.deviation : field;
  const range = part.bounds[protocol]?.text;
  const label = deviation ? t("deviationOf", { label: field.label }) : field.label;
  const hint = [!deviation && field.meaning, range && t("range", { range })].filter(Boolean).join(" ");

  const absent = range === undefined;
  const one = columnOf(field.code, "one", deviation);
  const shown =
    field.sides === "each_or_one" ? (own.under === sidedness ? own.shown : sidedness) : field.sides === "each" ? "sides" : "one";
  return (
    <Off when={absent} className={cn("content-start gap-1", className)}>
      {field.sides !== "each" && (
        <Off when={absent || shown !== "one"}>
          <NumberInput field={field} column={one} label={label} deviation={deviation} hint={hint} />
        </Off>
      )}
      {field.sides !== "one" && (
        <Off when={absent || shown !== "sides"}>
          <fieldset aria-describedby={`${one}-sides-hint`} className="grid min-w-0 gap-2">
            <legend className="mb-2 font-medium">{label}</legend>
            <Hint id={`${one}-sides`}>{hint}</Hint>
            <div className="grid grid-cols-2 gap-3">
              {sides.map((side) => (
                <NumberInput
                  key={side}
                  field={field}
                  column={columnOf(field.code, side, deviation)}
                  label={t(`side.${side}`)}
                  deviation={deviation}
                />
              ))}
            </div>
          </fieldset>
        </Off>
      )}
      {field.sides === "each_or_one" && (
        <button
          type="button"
          className="min-h-8 w-fit text-muted text-sm underline decoration-1 underline-offset-4 hover:text-ink noscript:hidden"
          onClick={() => setOwn({ shown: shown === "one" ? "sides" : "one", under: sidedness })}
        >
          {shown === "one" ? t("giveSides") : t("giveOne")}
        </button>
      )}
    </Off>
  );
});

/** Hides what does not apply and keeps it from being sent; without JavaScript it stays. */
export function Off({ when, className, children }: { when: boolean; className?: string; children: ReactNode }) {
  const { live } = useForm();
  return (
    <fieldset disabled={live && when} className={cn("min-w-0", className, when ? "hidden noscript:grid" : "grid")}>
      {children}
    </fieldset>
  );
}

/** What was entered before decides over the group's choice. */
function startOf(field: NumberView, deviation: boolean, under: Sidedness, initial: FormValues): { shown: Sidedness; under: Sidedness } {
  if (sides.some((side) => initial[columnOf(field.code, side, deviation)])) return { shown: "sides", under };
  return { shown: initial[columnOf(field.code, "one", deviation)] ? "one" : under, under };
}
