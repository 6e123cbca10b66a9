import { Fragment } from "react";
import { ChartFrame } from "./chart-frame";
import { at, type Domain, percentScale } from "./scale";
import type { ChartText } from "./types";

export type AgreementChartProps = {
  /** What was predicted, the 95 % bar of what was observed, and how many people each point stands for. */
  points: readonly { predicted: number; observed: number; low: number; high: number; people: number }[];
  /** Of both axes. */
  domain: Domain;
  ticks: readonly number[];
  /** A value as it is written. */
  shown: (value: number) => string;
  /** The axes' names, and what stands on the diagonal: "as predicted". */
  labels: { predicted: string; observed: string; diagonal: string };
  columns: readonly [predicted: string, observed: string, low: string, high: string, people: string];
  text: ChartText;
};

/** What was predicted against what was so: on the diagonal they are the same. */
export function AgreementChart({ points, domain: [from, to], ticks, shown, labels, columns, text }: AgreementChartProps) {
  const x = percentScale([from, to]);
  const y = percentScale([to, from]);
  const cell = (value: number) => ({ text: shown(value), value });
  const rows = points.map(({ predicted, observed, low, high, people }) => ({
    id: String(predicted),
    cells: [cell(predicted), cell(observed), cell(low), cell(high), { text: String(people), value: people }],
  }));
  return (
    <ChartFrame text={text} table={{ columns, rows }}>
      <div className="max-w-96">
        <p className="pb-3 text-muted">{labels.observed}</p>
        <div className="ps-9 pe-3 pb-6">
          <div className="aspect-square">
            <svg aria-hidden="true" width="100%" height="100%" className="block overflow-visible">
              {ticks.map((tick) => (
                <Fragment key={tick}>
                  <line x1="0" x2="100%" y1={at(y(tick))} y2={at(y(tick))} className={tick === from ? "stroke-edge" : "stroke-line"} />
                  <text x={-8} y={at(y(tick))} dy="0.35em" textAnchor="end" className="fill-muted">
                    {shown(tick)}
                  </text>
                  <text x={at(x(tick))} y="100%" dy={20} textAnchor="middle" className="fill-muted">
                    {shown(tick)}
                  </text>
                </Fragment>
              ))}
              <line x1="0" x2="100%" y1="100%" y2="0" strokeDasharray="4 4" className="stroke-reference" />
              <text x="100%" y={-6} textAnchor="end" className="fill-muted">
                {labels.diagonal}
              </text>
              {points.map(({ predicted, observed, low, high }) => (
                <Fragment key={predicted}>
                  <line
                    x1={at(x(predicted))}
                    x2={at(x(predicted))}
                    y1={at(y(low))}
                    y2={at(y(high))}
                    strokeLinecap="round"
                    className="stroke-[5] stroke-band"
                  />
                  <line x1={at(x(predicted))} x2={at(x(predicted))} y1={at(y(low))} y2={at(y(high))} className="stroke-accent" />
                  <circle cx={at(x(predicted))} cy={at(y(observed))} r={5} className="fill-accent" />
                </Fragment>
              ))}
            </svg>
          </div>
        </div>
        <p className="pt-1 text-end text-muted">{labels.predicted}</p>
      </div>
    </ChartFrame>
  );
}
