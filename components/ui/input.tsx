import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlVariants } from "./control";

export type InputProps = ComponentProps<"input"> & {
  /** Shown inside the field, at its end: "kg", "m/s". */
  unit?: string;
};

export function Input({ unit, className, id, ...rest }: InputProps) {
  if (unit === undefined) return <input id={id} className={cn(controlVariants(), className)} {...rest} />;
  const { "aria-describedby": described, ...others } = rest;
  const unitId = id ? `${id}-unit` : undefined;
  return (
    <span className="relative block">
      <input
        id={id}
        aria-describedby={[unitId, described].filter(Boolean).join(" ") || undefined}
        className={cn(controlVariants(), unit.length > 5 ? "pe-24" : "pe-16", className)}
        {...others}
      />
      <span id={unitId} className="pointer-events-none absolute inset-y-0 end-3 flex items-center text-muted">
        {unit}
      </span>
    </span>
  );
}
