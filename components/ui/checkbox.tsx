import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { wireControl } from "./control";
import { FieldError, Hint } from "./messages";

export type CheckboxProps = Omit<ComponentProps<"input">, "type" | "id"> & { id: string; label: ReactNode; hint?: string; error?: string };

export function Checkbox({ id, label, hint, error, className, ...rest }: CheckboxProps) {
  return (
    <div className={cn("grid gap-1", className)}>
      <label htmlFor={id} className="flex min-h-11 items-start gap-3 py-2.5">
        <input type="checkbox" className="mt-0.5 size-5 shrink-0" {...rest} {...wireControl(id, hint, error)} />
        <span>{label}</span>
      </label>
      {(hint || error) && (
        <div className="ps-8">
          {hint && <Hint id={id}>{hint}</Hint>}
          {error && <FieldError id={id}>{error}</FieldError>}
        </div>
      )}
    </div>
  );
}
