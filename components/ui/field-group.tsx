import type { ReactNode } from "react";
import { cn } from "./cn";
import { FieldError, Hint } from "./messages";

export type FieldGroupProps = {
  id: string;
  legend: string;
  hint?: string;
  error?: string;
  /** Two fields beside each other, as for left and right. */
  columns?: 1 | 2;
  className?: string;
  children: ReactNode;
};

export function FieldGroup({ id, legend, hint, error, columns = 1, className, children }: FieldGroupProps) {
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <fieldset id={id} aria-describedby={described || undefined} className={cn("grid min-w-0 gap-2", className)}>
      <legend className="mb-2 font-medium text-ink">{legend}</legend>
      {hint && <Hint id={id}>{hint}</Hint>}
      <div className={cn("grid gap-4", columns === 2 && "grid-cols-2")}>{children}</div>
      {error && <FieldError id={id}>{error}</FieldError>}
    </fieldset>
  );
}
