import { seriesStyle } from "../series";
import { lineIn, placeIn } from "./geometry";
import type { Area, ScatterGroup, ScatterLine, ScatterMean, Size } from "./types";

type InPlace = { area: Area; size: Size };

export function Regression({ line, area, size }: InPlace & { line: ScatterLine }) {
  const ends = lineIn(area, line);
  if (!ends) return null;
  const [from, to] = ends.map((end) => placeIn(area, size, end));
  if (!from || !to) return null;
  return <path d={`M${from.x} ${from.y}L${to.x} ${to.y}`} strokeDasharray="6 4" className="fill-none stroke-[1.5] stroke-ink" />;
}

export function Means({ means, groups, area, size }: InPlace & { means: readonly ScatterMean[]; groups: readonly ScatterGroup[] }) {
  return means.map((mean) => {
    const look = groups.findIndex(({ id }) => id === mean.group);
    const place = placeIn(area, size, mean);
    if (look < 0) return null;
    const { fill, shape } = seriesStyle(look);
    return (
      <path
        key={mean.group}
        d={`M${place.x},${place.y}${shape(9)}`}
        strokeWidth={2.5}
        strokeLinejoin="round"
        className={`${fill} stroke-ink`}
      />
    );
  });
}

export function Brush({ brush, area, size }: InPlace & { brush: Area }) {
  const a = placeIn(area, size, { x: brush.x[0], y: brush.y[1] });
  const b = placeIn(area, size, { x: brush.x[1], y: brush.y[0] });
  return <rect x={a.x} y={a.y} width={b.x - a.x} height={b.y - a.y} strokeDasharray="4 3" className="fill-accent/10 stroke-accent" />;
}

/** A ring around the mark that is spoken of, and lines to its places on both axes. */
export function Pointer({ x, y, height }: { x: number; y: number; height: number }) {
  return (
    <g className="fill-none stroke-ink">
      <path d={`M0 ${y}H${x}M${x} ${y}V${height}`} strokeDasharray="2 3" />
      <circle cx={x} cy={y} r={9} strokeWidth={2} />
    </g>
  );
}
