import type { ReactNode } from "react";
import { cn } from "./cn";

export type SectionProps = {
  /** Also the anchor; the heading takes `${id}-title`. */
  id: string;
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  /** Its parts stand close together. */
  close?: boolean;
  className?: string;
  children: ReactNode;
};

/** A titled part of a page; its title is in body size so that the page's sentence stays the largest thing. */
export function Section({ id, title, lead, actions, close = false, className, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className={cn("grid min-w-0", close ? "gap-2" : "gap-4", className)}>
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="grid gap-1">
          <h2 id={`${id}-title`} className="font-semibold text-base">
            {title}
          </h2>
          {lead && <p className="max-w-prose text-muted">{lead}</p>}
        </div>
        {actions && <div className="no-print flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
