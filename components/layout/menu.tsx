import { Menu as MenuIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "../ui/cn";

/** What does not fit a phone's header, folded under one button. */
export function Menu({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <details className={cn("group", className)}>
      <summary
        aria-label={label}
        className="grid size-11 list-none place-items-center rounded-md text-ink hover:bg-accent-surface group-open:bg-accent-surface"
      >
        <MenuIcon aria-hidden="true" className="size-5" />
      </summary>
      <div className="absolute inset-x-0 top-full z-40 border-b bg-surface px-4 py-4 shadow-lg">{children}</div>
    </details>
  );
}
