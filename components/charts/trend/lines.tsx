import { area, line } from "d3-shape";
import type { PlacedPoint, Series } from "./types";

const band = area<PlacedPoint>()
  .x(({ x }) => x)
  .y0(({ yLow }) => yLow)
  .y1(({ yHigh }) => yHigh);
const path = line<PlacedPoint>()
  .x(({ x }) => x)
  .y(({ y }) => y);

/** Drawn in a square of 100 that stretches; strokes keep their width. */
export function Lines({ series }: { series: readonly Series[] }) {
  return (
    <svg aria-hidden="true" width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none" className="overflow-visible">
      {series.map(({ side, points }) => {
        const banded = points.filter(({ low, high }) => low !== undefined && high !== undefined);
        return (
          <g key={side} fill="none">
            {banded.length > 1 && <path d={band(banded) ?? ""} className="fill-band opacity-70" />}
            {banded.map((point) => (
              <path
                key={point.id}
                d={`M${point.x} ${point.yLow}V${point.yHigh}`}
                vectorEffect="non-scaling-stroke"
                className="stroke-accent opacity-50"
              />
            ))}
            <path
              d={path([...points]) ?? ""}
              vectorEffect="non-scaling-stroke"
              strokeWidth={1.5}
              strokeDasharray={side === "right" ? "5 4" : undefined}
              className="stroke-accent"
            />
          </g>
        );
      })}
    </svg>
  );
}
