import type { ReactNode } from "react";

/** One line of a chart made of lines: name and value above, the track beneath, a note under it. */
export function ChartRow({ label, value, note, children }: { label: ReactNode; value: ReactNode; note?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-1">
      <div className="flex items-baseline justify-between gap-4">
        <span className="font-medium text-ink">{label}</span>
        <span className="max-w-[65%] shrink-0 text-end text-muted tabular-nums">{value}</span>
      </div>
      {children}
      {note && <div className="text-muted">{note}</div>}
    </div>
  );
}
