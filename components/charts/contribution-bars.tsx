import { ChartFrame } from "./chart-frame";
import { ChartRow } from "./rows";
import { at, percentScale } from "./scale";
import type { ChartText } from "./types";

export type ContributionBarsProps = {
  /** In the order shown, the weightiest first. */
  rows: readonly {
    id: string;
    /** A plain name with its value: "Walking speed, 1.21 m/s". */
    label: string;
    /** Signed, in the outcome's unit. */
    value: number;
    /** "6 years older" */
    valueText: string;
    /** "If you walked at 1.3 m/s: 38 to 62." */
    note?: string;
  }[];
  labels: { negative: string; positive: string };
  columns: readonly [name: string, value: string];
  text: ChartText;
};

export function ContributionBars({ rows, labels, columns, text }: ContributionBarsProps) {
  const reach = Math.max(...rows.map(({ value }) => Math.abs(value)), Number.EPSILON);
  const x = percentScale([-reach, reach]);
  const table = { columns, rows: rows.map(({ id, label, value, valueText }) => ({ id, cells: [label, { text: valueText, value }] })) };
  return (
    <ChartFrame text={text} table={table}>
      <div className="grid gap-4">
        <div className="flex justify-between text-muted">
          <span>
            <span aria-hidden="true">← </span>
            {labels.negative}
          </span>
          <span>
            {labels.positive}
            <span aria-hidden="true"> →</span>
          </span>
        </div>
        {rows.map(({ id, label, value, valueText, note }) => (
          <ChartRow key={id} label={label} value={valueText} note={note}>
            <svg aria-hidden="true" width="100%" height={16} className="block overflow-visible">
              <line x1="0" x2="100%" y1={8} y2={8} className="stroke-line" />
              <rect
                x={at(Math.min(x(value), 50))}
                width={at(Math.abs(x(value) - 50))}
                y={2}
                height={12}
                rx={2}
                className={value < 0 ? "fill-band stroke-[1.5] stroke-accent" : "fill-accent"}
              />
              <line x1="50%" x2="50%" y1={-2} y2={18} className="stroke-[1.5] stroke-ink" />
            </svg>
          </ChartRow>
        ))}
      </div>
    </ChartFrame>
  );
}
