import type { ReactNode } from "react";
import { cn } from "./cn";

export type PageHeaderProps = {
  title: ReactNode;
  lead?: ReactNode;
  /** A short line above the title: who and when. */
  kicker?: ReactNode;
  /** A BackLink, on public pages a BackAnchor. */
  back?: ReactNode;
  actions?: ReactNode;
  className?: string;
};

export function PageHeader({ title, lead, kicker, back, actions, className }: PageHeaderProps) {
  return (
    <header className={cn("grid gap-2", className)}>
      {back}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="grid min-w-0 gap-2">
          {kicker && <p className="text-muted text-sm">{kicker}</p>}
          <h1 className="max-w-[36ch] font-semibold text-xl">{title}</h1>
          {lead && <p className="max-w-prose text-muted">{lead}</p>}
        </div>
        {actions && <div className="no-print flex flex-wrap gap-2">{actions}</div>}
      </div>
    </header>
  );
}
