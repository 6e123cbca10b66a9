"use client";

import type { ReactNode } from "react";
import { cn } from "../ui/cn";

export type Segment = { value: string; label: string; short?: ReactNode };
export type SegmentsProps = {
  id: string;
  name: string;
  legend: string;
  options: readonly Segment[];
  chosen: string;
  describedBy?: string;
  className?: string;
};

/** A compact row of radio buttons for a table's cell; its legend is read, not seen. */
export function Segments({ id, name, legend, options, chosen, describedBy, className }: SegmentsProps) {
  return (
    <fieldset id={id} aria-describedby={describedBy} className="min-w-0">
      <legend className="sr-only">{legend}</legend>
      <div className={cn("flex rounded-md border border-edge bg-surface p-0.5", className)}>
        {options.map((option) => (
          <label
            key={option.value}
            className="relative flex min-h-10 flex-1 items-center justify-center rounded-sm px-2 text-center text-sm has-checked:bg-accent has-checked:text-accent-ink has-[[value='']:checked]:bg-line has-[[value='']:checked]:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === chosen}
              className="pointer-events-none absolute inset-0 opacity-0"
            />
            {option.short ? (
              <>
                <span aria-hidden="true">{option.short}</span>
                <span className="sr-only">{option.label}</span>
              </>
            ) : (
              <span>{option.label}</span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
