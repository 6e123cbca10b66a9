import { Fragment } from "react";
import { ChartFrame } from "./chart-frame";
import { anchorAt, at, percentScale } from "./scale";
import type { ChartText } from "./types";

export type AgeStripProps = {
  lower: number;
  upper: number;
  estimate: number;
  /** Null where the person's age is not known. */
  age: number | null;
  from?: number;
  to?: number;
  labels: {
    /** On the tick: "you, 44". */
    age: string;
    /** Rows of the table. */
    ageRow: string;
    intervalRow: string;
    estimateRow: string;
    /** In the table: "31 to 58". */
    interval: string;
  };
  /** "what" and "years" */
  columns: readonly [what: string, years: string];
  text: ChartText;
};

const ticks = [20, 30, 40, 50, 60, 70, 80, 90, 100];

export function AgeStrip({ lower, upper, estimate, age, from = 18, to = 100, labels, columns, text }: AgeStripProps) {
  const x = percentScale([from, to]);
  const rows = [
    { id: "interval", cells: [labels.intervalRow, labels.interval] },
    { id: "estimate", cells: [labels.estimateRow, { text: String(Math.round(estimate)), value: estimate }] },
    ...(age === null ? [] : [{ id: "age", cells: [labels.ageRow, { text: String(age), value: age }] }]),
  ];
  return (
    <ChartFrame text={text} table={{ columns, rows }}>
      <div className="px-7">
        <svg aria-hidden="true" width="100%" height={104} className="block overflow-visible">
          <line x1="0" x2="100%" y1={80} y2={80} className="stroke-edge" />
          {ticks
            .filter((tick) => tick >= from && tick <= to)
            .map((tick) => (
              <Fragment key={tick}>
                <line x1={at(x(tick))} x2={at(x(tick))} y1={80} y2={tick % 20 === 0 ? 86 : 83} className="stroke-edge" />
                {tick % 20 === 0 && (
                  <text x={at(x(tick))} y={102} textAnchor="middle" className="fill-muted">
                    {tick}
                  </text>
                )}
              </Fragment>
            ))}
          <rect x={at(x(lower))} width={at(x(upper) - x(lower))} y={42} height={24} className="fill-band" />
          {[lower, upper].map((end, index) => (
            <Fragment key={index === 0 ? "lower" : "upper"}>
              <line x1={at(x(end))} x2={at(x(end))} y1={42} y2={66} className="stroke-2 stroke-accent" />
              <text
                x={at(x(end))}
                dx={index === 0 ? -6 : 6}
                y={59}
                textAnchor={index === 0 ? "end" : "start"}
                className="fill-accent font-semibold"
              >
                {Math.round(end)}
              </text>
            </Fragment>
          ))}
          <circle cx={at(x(estimate))} cy={54} r={5} className="fill-accent" />
          {age !== null && (
            <>
              <text x={at(x(age))} y={14} textAnchor={anchorAt(x(age))} className="fill-ink font-semibold">
                {labels.age}
              </text>
              <svg aria-hidden="true" x={at(x(age))} y={0} className="overflow-visible">
                <path d="M0 22V70" className="fill-none stroke-2 stroke-ink" />
                <path d="M-5 21H5L0 29Z" className="fill-ink" />
              </svg>
            </>
          )}
        </svg>
      </div>
    </ChartFrame>
  );
}
