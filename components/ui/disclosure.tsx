import { ChevronRight } from "lucide";
import type { ReactNode, Ref } from "react";
import { cn } from "./cn";
import { Icon } from "./icon";

export type DisclosureProps = {
  summary: ReactNode;
  open?: boolean;
  /** Disclosures with the same name open one at a time. */
  name?: string;
  quiet?: boolean;
  /** The id of what tells this one from others that are called the same. */
  describedBy?: string;
  className?: string;
  ref?: Ref<HTMLDetailsElement>;
  onToggle?: () => void;
  children: ReactNode;
};

export function Disclosure({ summary, open, name, quiet = false, describedBy, className, ref, onToggle, children }: DisclosureProps) {
  return (
    <details ref={ref} open={open} name={name} onToggle={onToggle} className={cn("group min-w-0", !quiet && "border-b", className)}>
      <summary
        aria-describedby={describedBy}
        className={cn(
          "flex min-h-11 list-none items-center gap-2 rounded-md py-2",
          quiet ? "no-print w-fit text-muted text-sm hover:text-ink" : "font-medium hover:text-accent",
        )}
      >
        <Icon of={ChevronRight} className="size-4 shrink-0 text-muted transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      <div className={quiet ? "pb-2" : "pb-4 ps-6"}>{children}</div>
    </details>
  );
}
