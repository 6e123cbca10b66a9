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
  /** Does not apply now; without JavaScript it stays in sight. */
  hidden?: boolean;
  className?: string;
  /** Receives id, aria-describedby and aria-invalid to spread onto the control. */
  children: (control: ControlWiring) => ReactNode;
};

export function Field({ id, label, hint, error, optional, hidden = false, className, children }: FieldProps) {
  return (
    <div className={cn("content-start gap-2", hidden ? "hidden noscript:grid" : "grid", className)}>
      <Label htmlFor={id} optional={optional}>
        {label}
      </Label>
      {hint && <Hint id={id}>{hint}</Hint>}
      {children(wireControl(id, hint, error))}
      {error && <FieldError id={id}>{error}</FieldError>}
    </div>
  );
}
