import type { ReactNode } from "react";
import { cn } from "./cn";
import { type ControlWiring, wireControl } from "./control";
import { Label } from "./label";
import { FieldError, Hint } from "./messages";

export type FieldProps = {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  optional?: string;
  className?: string;
  /** Receives id, aria-describedby and aria-invalid to spread onto the control. */
  children: (control: ControlWiring) => ReactNode;
};

export function Field({ id, label, hint, error, optional, className, children }: FieldProps) {
  return (
    <div className={cn("grid content-start gap-2", className)}>
      <Label htmlFor={id} optional={optional}>
        {label}
      </Label>
      {hint && <Hint id={id}>{hint}</Hint>}
      {children(wireControl(id, hint, error))}
      {error && <FieldError id={id}>{error}</FieldError>}
    </div>
  );
}
