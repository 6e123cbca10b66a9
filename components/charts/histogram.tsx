import { scaleLinear } from "d3-scale";
import { type ReactNode, useId } from "react";
import { cn } from "../ui/cn";
import { ChartFrame } from "./chart-frame";
import { anchorAt, at, percentScale } from "./scale";
import type { ChartText } from "./types";

export type HistogramBin = {
  from: number;
  to: number;
  /** "30 to 34" */
  text: string;
};
export type HistogramSeries = {
  id: string;
  label: string;
  /** One per bin; null where too few to show. */
  counts: readonly (number | null)[];
};
export type HistogramProps = {
  /** Neighbours, ascending. */
  bins: readonly HistogramBin[];
  /** One stands on the axis; of two, the second hangs beneath it. */
  series: readonly HistogramSeries[];
  /** What a null count means: "fewer than 5". */
  hiddenText?: string;
  /** One person. */
  marker?: { value: number; label: string };
  /** "Age, years" */
  axisLabel: string;
  /** "people" */
  countLabel: string;
  binColumn: string;
  /** For the numbers of the axes. */
  locale: string;
  height?: number;
  empty: string;
  text: ChartText;
};

export type Bar = { id: string; x: number; width: number; y: number; height: number; hidden: boolean };
export type HistogramGeometry = {
  x: (value: number) => number;
  /** The place of the axis the bars stand on. */
  base: number;
  bars: readonly (readonly Bar[])[];
  ticks: readonly { count: number; at: number }[];
  edges: readonly { value: number; at: number }[];
};

const mostEdges = 6;

/** In per cent of the drawing. */
export function histogramGeometry(bins: readonly HistogramBin[], series: readonly HistogramSeries[]): HistogramGeometry {
  const edges = [...new Set([...bins.map(({ from }) => from), ...bins.slice(-1).map(({ to }) => to)])];
  const x = percentScale([edges[0] ?? 0, edges.at(-1) ?? 0]);
  const base = series.length > 1 ? 50 : 100;
  const most = Math.max(1, ...series.flatMap(({ counts }) => counts.map((count) => count ?? 0)));
  const length = scaleLinear([0, most], [0, base]).nice(3);
  const bars = series.map(({ counts }, index) =>
    bins.map(({ from, to, text }, place): Bar => {
      const count = counts[place] ?? null;
      const height = length(count ?? 0);
      const single = edges.length === 1;
      return {
        id: text,
        x: single ? 40 : x(from),
        width: single ? 20 : x(to) - x(from),
        y: index === 0 ? base - height : base,
        height,
        hidden: count === null,
      };
    }),
  );
  const counts = length.ticks(3).filter(Number.isInteger);
  const step = Math.ceil(edges.length / mostEdges);
  return {
    x,
    base,
    bars,
    ticks: [
      ...counts.map((count) => ({ count, at: base - length(count) })),
      ...(series.length > 1 ? counts.filter((count) => count > 0).map((count) => ({ count, at: base + length(count) })) : []),
    ],
    edges: edges.filter((_, index) => index % step === 0).map((value) => ({ value, at: x(value) })),
  };
}

export function Histogram(props: HistogramProps) {
  const { bins, series, hiddenText = "–", binColumn, locale, empty, text } = props;
  const number = new Intl.NumberFormat(locale);
  const table = {
    columns: [binColumn, ...series.map(({ label }) => label)],
    rows: bins.map((bin, place) => ({
      id: bin.text,
      cells: [
        bin.text,
        ...series.map(({ counts }) => {
          const value = counts[place] ?? null;
          return { text: value === null ? hiddenText : number.format(value), value };
        }),
      ],
    })),
  };
  const nothing = series.every(({ counts }) => counts.every((count) => count === 0)) || bins.length === 0;
  return (
    <ChartFrame text={text} table={table} empty={nothing ? empty : undefined}>
      <Bars {...props} />
    </ChartFrame>
  );
}

function Bars({ bins, series, hiddenText, marker, axisLabel, countLabel, locale, height = 200 }: HistogramProps) {
  const hatch = `${useId()}-hatch`;
  const { x, base, bars, ticks, edges } = histogramGeometry(bins, series);
  const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 });
  const [first, second] = series;
  const hides = series.some(({ counts }) => counts.includes(null));
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap justify-between gap-x-6 text-muted">
        {first && (
          <Key label={first.label}>
            <rect width="16" height="12" y="2" className="fill-series-1" />
          </Key>
        )}
        <span>{countLabel}</span>
      </div>
      <div className={cn("ps-10 pe-3", marker ? "pt-7" : "pt-2")}>
        <svg aria-hidden="true" width="100%" height={height} className="block overflow-visible">
          <defs>
            <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="5" height="5" className="fill-surface" />
              <line x1="0" y1="0" x2="0" y2="5" className="stroke-[3] stroke-series-2" />
            </pattern>
          </defs>
          {ticks.map(({ count, at: place }) => (
            <g key={place}>
              <line x1="0" x2="100%" y1={at(place)} y2={at(place)} className="stroke-line" />
              <text x={-8} y={at(place)} dy="0.35em" textAnchor="end" className="fill-muted">
                {number.format(count)}
              </text>
            </g>
          ))}
          {bars.map((own, index) => (
            <g key={series[index]?.id} className={index === 0 ? "fill-series-1 stroke-surface" : "stroke-series-2"}>
              {own.map((bar) =>
                bar.hidden ? (
                  <HiddenBar key={bar.id} bar={bar} base={base} up={index === 0} />
                ) : (
                  bar.height > 0 && (
                    <rect
                      key={bar.id}
                      x={at(bar.x)}
                      width={at(bar.width)}
                      y={at(bar.y)}
                      height={at(bar.height)}
                      fill={index === 0 ? undefined : `url(#${hatch})`}
                    />
                  )
                ),
              )}
            </g>
          ))}
          <line x1="0" x2="100%" y1={at(base)} y2={at(base)} className="stroke-ink" />
          {edges.map(({ value, at: place }) => (
            <text key={value} x={at(place)} y="100%" dy={20} textAnchor="middle" className="fill-muted">
              {number.format(value)}
            </text>
          ))}
          {marker && (
            <g>
              <line x1={at(x(marker.value))} x2={at(x(marker.value))} y1={-4} y2="100%" className="stroke-[4] stroke-surface" />
              <line x1={at(x(marker.value))} x2={at(x(marker.value))} y1={-4} y2="100%" className="stroke-2 stroke-ink" />
              <text x={at(x(marker.value))} y={-10} textAnchor={anchorAt(x(marker.value))} className="fill-ink font-semibold">
                {marker.label}
              </text>
            </g>
          )}
        </svg>
      </div>
      <div className="flex flex-wrap items-start justify-between gap-x-6 pt-6 text-muted">
        <span className="grid">
          {second && (
            <Key label={second.label}>
              <rect width="16" height="12" y="2" fill={`url(#${hatch})`} className="stroke-series-2" />
            </Key>
          )}
          {hides && hiddenText && (
            <Key label={hiddenText}>
              <rect x="0.5" width="15" height="8" y="4" strokeDasharray="2 2" className="fill-none stroke-edge" />
            </Key>
          )}
        </span>
        <span>{axisLabel}</span>
      </div>
    </div>
  );
}

/** A low dashed box: there are some, how many is not shown. */
function HiddenBar({ bar, base, up }: { bar: Bar; base: number; up: boolean }) {
  return (
    <svg aria-hidden="true" x={at(bar.x)} width={at(bar.width)} y={at(base)} className="overflow-visible">
      <rect x="8%" width="84%" y={up ? -8 : 0} height={8} strokeDasharray="2 2" className="fill-none stroke-edge" />
    </svg>
  );
}

function Key({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2">
      <svg aria-hidden="true" width="16" height="16" className="shrink-0">
        {children}
      </svg>
      {label}
    </span>
  );
}
