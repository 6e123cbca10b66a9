import type { ReactNode } from "react";
import { cn } from "./cn";

export type EmptyStateProps = {
  /** What will be here. */
  title: string;
  children?: ReactNode;
  /** The one next step: a LinkButton or a form. */
  action?: ReactNode;
  className?: string;
};

export function EmptyState({ title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cn("grid justify-items-start gap-3 rounded-lg border border-edge border-dashed p-6", className)}>
      <svg aria-hidden="true" viewBox="0 0 48 16" className="h-4 w-12 fill-none stroke-2 stroke-reference" strokeLinecap="round">
        <path d="M3 13 C9 1 17 1 23 13" />
        <path d="M25 13 C31 1 39 1 45 13" strokeDasharray="1 4" />
      </svg>
      <p className="font-medium">{title}</p>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {action && <div className="pt-1">{action}</div>}
    </div>
  );
}
