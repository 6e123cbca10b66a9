import type { ComponentProps } from "react";
import { cn } from "./cn";

export type LabelProps = ComponentProps<"label"> & { htmlFor: string; optional?: string };

/** `optional` is the word shown after a label whose field may stay empty. */
export function Label({ optional, className, children, htmlFor, ...rest }: LabelProps) {
  return (
    <label htmlFor={htmlFor} className={cn("block font-medium text-ink", className)} {...rest}>
      {children}
      {optional && <span className="ms-2 font-normal text-muted text-sm">{optional}</span>}
    </label>
  );
}
