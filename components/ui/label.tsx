import type { ComponentProps } from "react";
import { cn } from "./cn";

export type LabelProps = ComponentProps<"label"> & { htmlFor: string; optional?: string; quiet?: boolean };

/** `optional` is the word shown after a label whose field may stay empty. */
export function Label({ optional, quiet = false, className, children, htmlFor, ...rest }: LabelProps) {
  return (
    <label htmlFor={htmlFor} className={cn("block text-ink", quiet ? "font-normal text-sm" : "font-medium", className)} {...rest}>
      {children}
      {optional && <span className="ms-2 font-normal text-muted text-sm">{optional}</span>}
    </label>
  );
}
