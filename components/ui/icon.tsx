import type { IconNode } from "lucide";
import { createElement } from "react";
import { cn } from "./cn";

export type { IconNode } from "lucide";

/** One of Lucide's drawings, as markup alone: nothing for a browser to run. It stands beside words that say the same. */
export function Icon({ of, className }: { of: IconNode; className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={cn("icon", className)}>
      {of.map(([shape, attributes]) => createElement(shape, { ...attributes, key: JSON.stringify(attributes) }))}
    </svg>
  );
}
