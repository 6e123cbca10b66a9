import { ChevronRight } from "lucide";
import type { ReactNode } from "react";
import { Icon } from "../ui/icon";

/** A question that opens on its answer. The anchor is inside, so that a link to it opens the answer too. */
export function Question({ anchor, question, children }: { anchor: string; question: string; children: ReactNode }) {
  return (
    // The browser opens it for a link to its anchor before React looks at it.
    <details suppressHydrationWarning className="group min-w-0 border-b">
      <summary className="flex min-h-12 list-none gap-2 rounded-md py-3 hover:text-accent">
        <Icon of={ChevronRight} className="mt-1 size-4 shrink-0 text-muted transition-transform group-open:rotate-90" />
        <h3 className="font-medium">{question}</h3>
      </summary>
      <div id={anchor} className="grid scroll-mt-20 gap-3 ps-6 pb-6">
        {children}
      </div>
    </details>
  );
}
