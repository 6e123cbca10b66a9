import { ChartFrame } from "./chart-frame";
import { SideKey, SideMark } from "./marks";
import { ChartRow } from "./rows";
import { at, type Domain, padded, percentScale } from "./scale";
import type { ChartText } from "./types";

export type DifferenceDotsProps = {
  rows: readonly {
    id: string;
    label: string;
    left: number;
    right: number;
    leftText: string;
    rightText: string;
    differenceText: string;
    /** False where the difference is within measurement noise: the row is greyed. */
    notable: boolean;
    /** Where the row's axis begins and ends, as the 5th and 95th percentile of a reference. */
    domain?: Domain;
  }[];
  labels: { left: string; right: string; withinNoise: string };
  columns: readonly [name: string, left: string, right: string, difference: string];
  text: ChartText;
};

export function DifferenceDots({ rows, labels, columns, text }: DifferenceDotsProps) {
  const table = {
    columns,
    rows: rows.map(({ id, label, left, right, leftText, rightText, differenceText }) => ({
      id,
      cells: [label, { text: leftText, value: left }, { text: rightText, value: right }, { text: differenceText, value: left - right }],
    })),
  };
  return (
    <ChartFrame text={text} table={table}>
      <div className="grid gap-5">
        {rows.map(({ id, label, left, right, leftText, rightText, differenceText, notable, domain }) => {
          const x = percentScale(domain ?? padded([left, right], 1));
          const tone = notable ? "fill-accent" : "fill-reference";
          return (
            <ChartRow
              key={id}
              label={label}
              value={notable ? <span className="font-medium text-ink">{differenceText}</span> : `${differenceText}, ${labels.withinNoise}`}
              note={
                <span className="flex flex-wrap gap-x-6">
                  <SideKey side="left" label={`${labels.left} ${leftText}`} />
                  <SideKey side="right" label={`${labels.right} ${rightText}`} />
                </span>
              }
            >
              <div className="px-2">
                <svg aria-hidden="true" width="100%" height={24} className="block overflow-visible">
                  <line x1="0" x2="100%" y1={12} y2={12} className="stroke-line" />
                  <rect
                    x={at(Math.min(x(left), x(right)))}
                    width={at(Math.abs(x(left) - x(right)))}
                    y={9}
                    height={6}
                    className={notable ? "fill-band" : "fill-line"}
                  />
                  <SideMark side="left" x={at(x(left))} y={12} className={tone} />
                  <SideMark side="right" x={at(x(right))} y={12} className={tone} />
                </svg>
              </div>
            </ChartRow>
          );
        })}
      </div>
    </ChartFrame>
  );
}
