import { ChartFrame } from "./chart-frame";
import { at, percentScale } from "./scale";
import type { ChartText } from "./types";

export type CalibrationChartProps = {
  /** Shares from 0 to 1, the 95 % bar of what was observed, and how many people each point stands for. */
  points: readonly { predicted: number; observed: number; low: number; high: number; people: number }[];
  /** "Predicted, of 100", "Observed, of 100", "as predicted" (on the diagonal). */
  labels: { predicted: string; observed: string; diagonal: string };
  columns: readonly [predicted: string, observed: string, low: string, high: string, people: string];
  text: ChartText;
};

const ticks = [0, 25, 50, 75, 100];

export function CalibrationChart({ points, labels, columns, text }: CalibrationChartProps) {
  const x = percentScale([0, 1]);
  const y = percentScale([1, 0]);
  const cell = (share: number) => ({ text: String(Math.round(share * 100)), value: share });
  const table = {
    columns,
    rows: points.map(({ predicted, observed, low, high, people }) => ({
      id: String(predicted),
      cells: [cell(predicted), cell(observed), cell(low), cell(high), { text: String(people), value: people }],
    })),
  };
  return (
    <ChartFrame text={text} table={table}>
      <div className="max-w-96">
        <p className="pb-3 text-muted">{labels.observed}</p>
        <div className="ps-9 pe-3 pb-6">
          <div className="aspect-square">
            <svg aria-hidden="true" width="100%" height="100%" className="block overflow-visible">
              {ticks.map((tick) => (
                <g key={tick}>
                  <line x1="0" x2="100%" y1={at(100 - tick)} y2={at(100 - tick)} className={tick === 0 ? "stroke-edge" : "stroke-line"} />
                  <text x={-8} y={at(100 - tick)} dy="0.35em" textAnchor="end" className="fill-muted">
                    {tick}
                  </text>
                  <text x={at(tick)} y="100%" dy={20} textAnchor="middle" className="fill-muted">
                    {tick}
                  </text>
                </g>
              ))}
              <line x1="0" x2="100%" y1="100%" y2="0" strokeDasharray="4 4" className="stroke-reference" />
              <text x="90%" y="6%" textAnchor="end" className="fill-muted">
                {labels.diagonal}
              </text>
              {points.map(({ predicted, observed, low, high }) => (
                <g key={predicted}>
                  <line
                    x1={at(x(predicted))}
                    x2={at(x(predicted))}
                    y1={at(y(low))}
                    y2={at(y(high))}
                    className="stroke-[5] stroke-band"
                    strokeLinecap="round"
                  />
                  <line x1={at(x(predicted))} x2={at(x(predicted))} y1={at(y(low))} y2={at(y(high))} className="stroke-accent" />
                  <circle cx={at(x(predicted))} cy={at(y(observed))} r={5} className="fill-accent" />
                </g>
              ))}
            </svg>
          </div>
        </div>
        <p className="pt-1 text-end text-muted">{labels.predicted}</p>
      </div>
    </ChartFrame>
  );
}
