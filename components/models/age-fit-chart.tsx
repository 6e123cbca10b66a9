import { ChartFrame } from "../charts/chart-frame";
import { at, type Domain, percentScale } from "../charts/scale";
import type { ChartText } from "../charts/types";

export type AgeFitChartProps = {
  /** In years; the 95 % bar of the observed mean, and how many people each point stands for. */
  points: readonly { predicted: number; observed: number; low: number; high: number; people: number }[];
  /** "The model said, years", "It was, years", "exactly right" (on the diagonal). */
  labels: { predicted: string; observed: string; diagonal: string };
  columns: readonly [predicted: string, observed: string, low: string, high: string, people: string];
  text: ChartText;
};

const decade = 10;

export function decadesAround(values: readonly number[]): Domain {
  return [Math.floor(Math.min(...values) / decade) * decade, Math.ceil(Math.max(...values) / decade) * decade];
}

export function AgeFitChart({ points, labels, columns, text }: AgeFitChartProps) {
  const [from, to] = decadesAround(points.flatMap(({ predicted, low, high }) => [predicted, low, high]));
  const x = percentScale([from, to]);
  const y = percentScale([to, from]);
  const ticks = Array.from({ length: (to - from) / decade + 1 }, (_, index) => from + index * decade);
  const cell = (years: number) => ({ text: String(Math.round(years)), value: years });
  const rows = points.map(({ predicted, observed, low, high, people }) => ({
    id: String(predicted),
    cells: [cell(predicted), cell(observed), cell(low), cell(high), { text: String(people), value: people }],
  }));
  return (
    <ChartFrame text={text} table={{ columns, rows }}>
      <div className="max-w-96">
        <p className="pb-3 text-muted">{labels.observed}</p>
        <div className="ps-8 pe-3 pb-6">
          <div className="aspect-square">
            <svg aria-hidden="true" width="100%" height="100%" className="block overflow-visible">
              {ticks.map((tick) => (
                <g key={tick}>
                  <line x1="0" x2="100%" y1={at(y(tick))} y2={at(y(tick))} className={tick === from ? "stroke-edge" : "stroke-line"} />
                  <text x={-8} y={at(y(tick))} dy="0.35em" textAnchor="end" className="fill-muted">
                    {tick}
                  </text>
                  <text x={at(x(tick))} y="100%" dy={20} textAnchor="middle" className="fill-muted">
                    {tick}
                  </text>
                </g>
              ))}
              <line x1="0" x2="100%" y1="100%" y2="0" strokeDasharray="4 4" className="stroke-reference" />
              <text x="100%" y={-6} textAnchor="end" className="fill-muted">
                {labels.diagonal}
              </text>
              {points.map(({ predicted, observed, low, high }) => (
                <g key={predicted}>
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
