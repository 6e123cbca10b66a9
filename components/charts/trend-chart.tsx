import { cn } from "../ui/cn";
import { ChartFrame } from "./chart-frame";
import { type Side, SideMark } from "./marks";
import { at, spread } from "./scale";
import { trendGeometry } from "./trend/geometry";
import { Lines } from "./trend/lines";
import type { OwnBand, TrendPoint } from "./trend/types";
import type { ChartText } from "./types";

export type { OwnBand, TrendPoint } from "./trend/types";

export type TrendChartProps = {
  points: readonly TrendPoint[];
  ownBand?: OwnBand;
  sideLabels?: Readonly<Record<Side, string>>;
  /** Above the axis: "m/s". */
  unit: string;
  /** For the axis numbers. */
  locale: string;
  columns: readonly [date: string, value: string];
  /** In the table where there are two sides. */
  sideColumn?: string;
  height?: number;
  text: ChartText;
};

export function TrendChart({ points, ownBand, sideLabels, unit, locale, columns, sideColumn = "", height = 176, text }: TrendChartProps) {
  const { points: placed, series, ticks, decimals, band } = trendGeometry(points, ownBand);
  const first = placed[0];
  const last = placed.at(-1);
  if (!first || !last) return null;

  const number = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const lastOf = series.map((each) => ({ side: each.side, end: each.points.at(-1) ?? last }));
  const places = spread(
    lastOf.map(({ end }) => end.y),
    2000 / height,
    [0, 100],
  );
  const sided = series.some(({ side }) => side !== null);
  const falls = (placed.at(-2)?.y ?? 100) < last.y;
  const linked = placed.some(({ href }) => href !== undefined);
  const table = {
    columns: sided ? [columns[0], sideColumn, columns[1]] : columns,
    rows: placed.map(({ id, side, dateText, value, valueText }) => ({
      id: `${id}-${side ?? ""}`,
      cells: [dateText, ...(sided ? [side ? (sideLabels?.[side] ?? side) : "–"] : []), { text: valueText, value }],
    })),
  };

  return (
    <ChartFrame text={text} table={table} interactive={linked}>
      <p aria-hidden="true" className="flex justify-between gap-4 pb-4 text-muted">
        <span>{unit}</span>
        {ownBand && (
          <span className="inline-flex items-center gap-2">
            <span className="h-3 w-5 border-reference border-y border-dashed bg-figure" />
            {ownBand.label}
          </span>
        )}
      </p>
      <div className={sided ? "ps-10 pe-18" : "ps-10 pe-3"}>
        <div className="relative" style={{ height }}>
          <svg aria-hidden="true" width="100%" height="100%" className="block overflow-visible">
            {band && <rect width="100%" y={at(band.top)} height={at(band.bottom - band.top)} className="fill-figure" />}
            {ticks.map((tick) => (
              <g key={tick.value}>
                <line x1="0" x2="100%" y1={at(tick.y)} y2={at(tick.y)} strokeWidth={0.75} className="stroke-edge opacity-40" />
                <text x={-8} y={at(tick.y)} dy="0.35em" textAnchor="end" className="fill-muted">
                  {number.format(tick.value)}
                </text>
              </g>
            ))}
            {band &&
              (["top", "bottom"] as const).map((edge) => (
                <line
                  key={edge}
                  x1="0"
                  x2="100%"
                  y1={at(band[edge])}
                  y2={at(band[edge])}
                  strokeDasharray="3 3"
                  className="stroke-reference"
                />
              ))}
            <Lines series={series} />
            {placed.map((point) => (
              <SideMark
                key={`${point.id}-${point.side ?? ""}`}
                side={point.side ?? null}
                x={at(point.x)}
                y={at(point.y)}
                size={lastOf.some(({ end }) => end === point) ? 6 : 4.5}
                className="stroke-2 stroke-surface"
              />
            ))}
            {lastOf.map(({ side, end }, index) => (
              <text
                key={side}
                x={side ? "100%" : at(end.x)}
                dx={side ? 8 : 6}
                y={side ? at(places[index] ?? end.y) : at(end.y)}
                dy={side ? "0.35em" : falls ? 24 : -12}
                textAnchor={side ? "start" : placed.length === 1 ? "middle" : "end"}
                className="fill-ink font-semibold"
              >
                {side ? sideLabels?.[side] : end.valueText}
              </text>
            ))}
          </svg>
          {placed.map(
            (point) =>
              point.href && (
                <a
                  key={`${point.id}-${point.side ?? ""}`}
                  href={point.href}
                  title={`${point.dateText}: ${point.valueText}`}
                  style={{ left: at(point.x), top: at(point.y) }}
                  className="absolute size-9 -translate-x-1/2 -translate-y-1/2 rounded-full hover:bg-ink/10"
                >
                  <span className="sr-only">
                    {point.dateText}: {point.valueText}
                    {point.side && sideLabels && `, ${sideLabels[point.side]}`}
                  </span>
                </a>
              ),
          )}
        </div>
        <p aria-hidden="true" className={cn("flex justify-between whitespace-nowrap pt-3 text-muted", sided && "-me-18")}>
          <span>{first.dateText}</span>
          {first.date !== last.date && <span>{last.dateText}</span>}
        </p>
      </div>
    </ChartFrame>
  );
}
