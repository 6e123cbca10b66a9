import { fixedAxis, tickFormat } from "../axis";
import { at } from "../scale";
import type { Area } from "./types";

/** Grid and numbers, in per cents: right before the drawing knows its size. */
export function Axes({ area, locale }: { area: Area; locale: string }) {
  const x = fixedAxis(area.x, 4);
  const y = fixedAxis(area.y, 5, [100, 0]);
  const [xNumber, yNumber] = [tickFormat(locale, x.decimals), tickFormat(locale, y.decimals)];
  return (
    <>
      {y.ticks.map((tick) => (
        <g key={tick.value}>
          <line x1="0" x2="100%" y1={at(tick.at)} y2={at(tick.at)} className="stroke-line" />
          <text x={-8} y={at(tick.at)} dy="0.35em" textAnchor="end" className="fill-muted">
            {yNumber.format(tick.value)}
          </text>
        </g>
      ))}
      {x.ticks.map((tick) => (
        <g key={tick.value}>
          <line x1={at(tick.at)} x2={at(tick.at)} y1="0" y2="100%" className="stroke-line" />
          <text x={at(tick.at)} y="100%" dy={20} textAnchor="middle" className="fill-muted">
            {xNumber.format(tick.value)}
          </text>
        </g>
      ))}
      <line x1="0" x2="0" y1="0" y2="100%" className="stroke-edge" />
      <line x1="0" x2="100%" y1="100%" y2="100%" className="stroke-edge" />
    </>
  );
}
