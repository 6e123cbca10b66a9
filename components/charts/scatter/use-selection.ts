import { useMemo, useState } from "react";
import { sameArea, walkOrder, wholeArea, within } from "./geometry";
import type { Area, ScatterPoint } from "./types";

export type Selection = {
  /** What the axes span. */
  view: Area;
  zoomed: boolean;
  brush: Area | null;
  /** Points inside the view, as keys walk them. */
  inView: readonly ScatterPoint[];
  /** Points inside the brush; all in view where there is none. */
  shown: readonly ScatterPoint[];
  select: (area: Area | null) => void;
  zoom: () => void;
  reset: () => void;
};

export function useSelection(points: readonly ScatterPoint[], onSelect?: (ids: readonly string[] | null) => void): Selection {
  const [zoomedTo, setZoomedTo] = useState<Area | null>(null);
  const [brush, setBrush] = useState<Area | null>(null);
  const whole = useMemo(() => wholeArea(points), [points]);
  const view = zoomedTo ?? whole;
  const inView = useMemo(() => walkOrder(points.filter((point) => within(view, point))), [points, view]);
  const shown = useMemo(() => (brush ? inView.filter((point) => within(brush, point)) : inView), [inView, brush]);

  const select = (area: Area | null) => {
    const next = area && sameArea(area, view) ? null : area;
    setBrush(next);
    onSelect?.(next && inView.filter((point) => within(next, point)).map(({ id }) => id));
  };
  const zoom = () => {
    setZoomedTo(brush);
    setBrush(null);
    onSelect?.(null);
  };
  const reset = () => {
    setZoomedTo(null);
    setBrush(null);
    onSelect?.(null);
  };
  return { view, zoomed: zoomedTo !== null, brush, inView, shown, select, zoom, reset };
}
