import { Fragment, type ReactNode } from "react";
import type { Axis } from "./axis";
import { tickFormat } from "./axis";
import { anchorAt, at } from "./scale";

export type TracksProps = {
  axis: Axis;
  unit: string;
  locale: string;
  /** A range behind all rows. */
  band?: { low: number; high: number };
  /** One value, named above the rows; each row draws it on its own track, so that no line runs through words. */
  marker?: { value: number; label: string };
  children: ReactNode;
};

/** Rows that share one axis: its lines behind them, its numbers beneath them. */
export function Tracks({ axis, unit, locale, band, marker, children }: TracksProps) {
  const number = tickFormat(locale, axis.decimals);
  const low = band && axis.place(band.low);
  const high = band && axis.place(band.high);
  return (
    <div className="grid gap-1 px-4">
      {marker && (
        <svg aria-hidden="true" width="100%" height={20} className="block overflow-visible">
          <text x={at(axis.place(marker.value))} y={14} textAnchor={anchorAt(axis.place(marker.value))} className="fill-ink font-semibold">
            {marker.label}
          </text>
        </svg>
      )}
      <div className="relative">
        <svg aria-hidden="true" width="100%" height="100%" className="absolute inset-0 overflow-visible">
          {low !== undefined && high !== undefined && (
            <>
              <rect x={at(low)} width={at(high - low)} height="100%" className="fill-figure" />
              {[low, high].map((edge, index) => (
                <line
                  key={index === 0 ? "low" : "high"}
                  x1={at(edge)}
                  x2={at(edge)}
                  y1="0"
                  y2="100%"
                  strokeDasharray="3 3"
                  className="stroke-reference"
                />
              ))}
            </>
          )}
          {axis.ticks.map(({ value, at: place }) => (
            <line key={value} x1={at(place)} x2={at(place)} y1="0" y2="100%" className="stroke-line" />
          ))}
        </svg>
        <div className="relative grid gap-4 py-2">{children}</div>
      </div>
      <svg aria-hidden="true" width="100%" height={24} className="block overflow-visible">
        <line x1="0" x2="100%" y1={0} y2={0} className="stroke-edge" />
        {axis.ticks.map(({ value, at: place }) => (
          <Fragment key={value}>
            <line x1={at(place)} x2={at(place)} y1={0} y2={5} className="stroke-edge" />
            <text x={at(place)} y={20} textAnchor="middle" className="fill-muted">
              {number.format(value)}
            </text>
          </Fragment>
        ))}
      </svg>
      <p aria-hidden="true" className="text-end text-muted">
        {unit}
      </p>
    </div>
  );
}

/** A line across one row's track. */
export function TrackLine({ x, height, className }: { x: number; height: number; className: string }) {
  return <line x1={at(x)} x2={at(x)} y1={0} y2={height} className={className} />;
}
