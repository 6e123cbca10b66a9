import type { Tick } from "./axis";
import { at } from "./scale";

export type ValueGridProps = {
  ticks: readonly Tick[];
  format: Intl.NumberFormat;
  band?: { top: number; bottom: number } | null;
};

/** Thin lines with their numbers at the left, and the band behind what is drawn over them. Stands inside an svg. */
export function ValueGrid({ ticks, format, band }: ValueGridProps) {
  return (
    <>
      {band && <rect width="100%" y={at(band.top)} height={at(band.bottom - band.top)} className="fill-figure" />}
      {ticks.map((tick) => (
        <g key={tick.value}>
          <line x1="0" x2="100%" y1={at(tick.at)} y2={at(tick.at)} strokeWidth={0.75} className="stroke-edge opacity-40" />
          <text x={-8} y={at(tick.at)} dy="0.35em" textAnchor="end" className="fill-muted">
            {format.format(tick.value)}
          </text>
        </g>
      ))}
      {band &&
        (["top", "bottom"] as const).map((edge) => (
          <line key={edge} x1="0" x2="100%" y1={at(band[edge])} y2={at(band[edge])} strokeDasharray="3 3" className="stroke-reference" />
        ))}
    </>
  );
}
