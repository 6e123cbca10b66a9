import { useId } from "react";
import { cn } from "../../ui/cn";
import type { BodyLabels } from "./types";

const steps = ["bg-zone-0", "bg-zone-1", "bg-zone-2", "bg-zone-3", "bg-zone-4", "bg-zone-5"] as const;

export function Scale({ labels }: { labels: BodyLabels }) {
  const hatch = useId();
  return (
    <div className="mx-auto flex w-full max-w-[27.5rem] flex-wrap items-center gap-x-6 gap-y-2 text-muted">
      <span className="flex items-center gap-2">
        {labels.scaleLow}
        <span aria-hidden="true" className="flex overflow-hidden rounded-sm border border-edge">
          {steps.map((step) => (
            <span key={step} className={cn("h-4 w-4", step)} />
          ))}
        </span>
        {labels.scaleHigh}
      </span>
      <span className="flex items-center gap-2">
        <svg aria-hidden="true" width="24" height="16" className="rounded-sm border border-edge">
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="6" className="stroke-reference" strokeWidth={1} />
          </pattern>
          <rect width="24" height="16" fill={`url(#${hatch})`} />
        </svg>
        {labels.notAssessed}
      </span>
    </div>
  );
}
