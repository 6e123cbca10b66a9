import { ChartFrame } from "./chart-frame";
import { ChartRow } from "./rows";
import { at, percentScale } from "./scale";
import type { ChartText } from "./types";

export type ShareBarsProps = {
  rows: readonly {
    id: string;
    label: string;
    /** Of 100. */
    share: number;
    /** Of 100, among all. */
    base: number;
    /** "34 of 100; usually 27" */
    valueText: string;
  }[];
  /** What the tick means: "among all who came". */
  baseLabel: string;
  /** What the bar means: "people who walk like this". */
  shareLabel: string;
  /** The right end; 100 unless all is small. */
  max?: number;
  columns: readonly [name: string, share: string, base: string];
  text: ChartText;
};

export function ShareBars({ rows, baseLabel, shareLabel, max = 100, columns, text }: ShareBarsProps) {
  const x = percentScale([0, max]);
  const table = {
    columns,
    rows: rows.map(({ id, label, share, base }) => ({
      id,
      cells: [label, { text: String(share), value: share }, { text: String(base), value: base }],
    })),
  };
  return (
    <ChartFrame text={text} table={table}>
      <div className="grid gap-4">
        {rows.map(({ id, label, share, base, valueText }) => (
          <ChartRow key={id} label={label} value={valueText}>
            <svg aria-hidden="true" width="100%" height={20} className="block overflow-visible">
              <rect width="100%" y={4} height={12} rx={2} className="fill-figure" />
              <rect width={at(x(share))} y={4} height={12} rx={2} className="fill-accent" />
              <line x1={at(x(base))} x2={at(x(base))} y1={0} y2={20} className="stroke-[5] stroke-surface" />
              <line x1={at(x(base))} x2={at(x(base))} y1={0} y2={20} className="stroke-2 stroke-ink" />
            </svg>
          </ChartRow>
        ))}
        <p className="flex flex-wrap gap-x-6 gap-y-1 text-muted">
          <span className="inline-flex items-center gap-2">
            <span aria-hidden="true" className="h-3 w-5 rounded-sm bg-accent" />
            {shareLabel}
          </span>
          <span className="inline-flex items-center gap-2">
            <span aria-hidden="true" className="h-4 w-0.5 bg-ink" />
            {baseLabel}
          </span>
        </p>
      </div>
    </ChartFrame>
  );
}
