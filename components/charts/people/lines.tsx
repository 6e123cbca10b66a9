import { line } from "d3-shape";
import { seriesStyle } from "../series";
import type { PlacedPerson, PlacedPersonPoint } from "./geometry";

const path = line<PlacedPersonPoint>()
  .defined(({ y }) => y !== null)
  .x(({ x }) => x)
  .y(({ y }) => y ?? 0);

/** Drawn in a square of 100 that stretches; strokes keep their width. A dotted line leads from a line's end to the labels' edge. */
export function PeopleLines({ people }: { people: readonly PlacedPerson[] }) {
  return (
    <svg aria-hidden="true" width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none" className="overflow-visible">
      {people.map(({ id, index, points, end }) => {
        const { stroke, dash } = seriesStyle(index);
        return (
          <g key={id} fill="none" className={stroke}>
            <path d={path([...points]) ?? ""} vectorEffect="non-scaling-stroke" strokeWidth={1.75} strokeDasharray={dash} />
            {end.x < 98 && (
              <path d={`M${end.x} ${end.y}H100`} vectorEffect="non-scaling-stroke" strokeDasharray="1 4" className="opacity-60" />
            )}
          </g>
        );
      })}
    </svg>
  );
}
