import { cn } from "../ui/cn";
import { tickFormat } from "./axis";
import { ChartFrame } from "./chart-frame";
import { type Side, SideMark } from "./marks";
import { at, spread } from "./scale";
import { EventList, EventMarks, eventRow } from "./trend/events";
import { trendGeometry } from "./trend/geometry";
import { Lines } from "./trend/lines";
import type { OwnBand, TrendEvent, TrendPoint } from "./trend/types";
import type { ChartText } from "./types";
import { ValueGrid } from "./value-grid";

export type { OwnBand, TrendEvent, TrendPoint } from "./trend/types";

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
  events?: readonly TrendEvent[];
  /** In the table where there are events. */
  eventColumn?: string;
  height?: number;
  /** Said where there are no points; without it nothing is drawn for them. */
  empty?: string;
  text: ChartText;
};

export function TrendChart({
  points,
  ownBand,
  sideLabels,
  unit,
  locale,
  columns,
  sideColumn = "",
  events = [],
  eventColumn = "",
  height = 176,
  empty,
  text,
}: TrendChartProps) {
  const { points: placed, events: marked, series, ticks, decimals, band } = trendGeometry(points, ownBand, events);
  const last = placed.at(-1);
  if (!last) {
    if (empty === undefined) return null;
    return <ChartFrame text={text} table={{ columns, rows: [] }} empty={empty} />;
  }

  const lastOf = series.map((each) => ({ side: each.side, end: each.points.at(-1) ?? last }));
  const places = spread(
    lastOf.map(({ end }) => end.y),
    2000 / height,
    [0, 100],
  );
  const sided = series.some(({ side }) => side !== null);
  const falls = (placed.at(-2)?.y ?? 100) < last.y;
  const linked = placed.some(({ href }) => href !== undefined);
  const dated = [...placed, ...marked].toSorted((a, b) => Date.parse(a.date) - Date.parse(b.date));
  const [first, final] = [dated.at(0) ?? last, dated.at(-1) ?? last];
  const withEvents = marked.length > 0;
  const told = [columns[0], ...(sided ? [sideColumn] : []), columns[1]];
  const table = {
    columns: [...told, ...(withEvents ? [eventColumn] : [])],
    prose: withEvents ? told.length : undefined,
    rows: dated.map((each) =>
      "kind" in each
        ? eventRow(each, sided)
        : {
            id: `${each.id}-${each.side ?? ""}`,
            cells: [
              each.dateText,
              ...(sided ? [each.side ? (sideLabels?.[each.side] ?? each.side) : "–"] : []),
              { text: each.valueText, value: each.value },
              ...(withEvents ? [""] : []),
            ],
          },
    ),
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
            <ValueGrid ticks={ticks} format={tickFormat(locale, decimals)} band={band} />
            <EventMarks events={marked} />
            <Lines series={series} />
            {placed.map((point) => (
              <SideMark
                key={`${point.id}-${point.side ?? ""}`}
                side={point.side ?? null}
                x={at(point.x)}
                y={at(point.y)}
                size={lastOf.some(({ end }) => end === point) ? 6 : 4.5}
                className="fill-accent stroke-2 stroke-surface"
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
          {first.date !== final.date && <span>{final.dateText}</span>}
        </p>
      </div>
      <EventList events={marked} />
    </ChartFrame>
  );
}
