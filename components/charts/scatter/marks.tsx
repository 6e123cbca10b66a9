import { memo } from "react";
import { cn } from "../../ui/cn";
import { seriesStyle } from "../series";
import { marksPath, placeIn } from "./geometry";
import type { Area, ScatterGroup, ScatterPoint, Size } from "./types";

export type MarksProps = {
  points: readonly ScatterPoint[];
  groups: readonly ScatterGroup[];
  area: Area;
  size: Size;
  /** Behind a selection. */
  faded?: boolean;
};

/** One path per group. */
export const Marks = memo(function Marks({ points, groups, area, size, faded = false }: MarksProps) {
  const mark = points.length > 300 ? 3.5 : 5;
  return groups.map(({ id }, look) => {
    const own = points.filter(({ group }) => group === id);
    if (own.length === 0) return null;
    return (
      <path
        key={id}
        d={marksPath(
          own.map((point) => placeIn(area, size, point)),
          look,
          mark,
        )}
        className={cn("stroke-[0.75] stroke-surface", faded ? "fill-reference opacity-35" : cn(seriesStyle(look).fill, "opacity-85"))}
      />
    );
  });
});
