"use client";

import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from "react";
import { at } from "../scale";
import { Axes } from "./axes";
import { areaBetween, nearest, placeIn } from "./geometry";
import { Marks } from "./marks";
import { Brush, Means, Pointer, Regression } from "./overlays";
import type { Area, Place, ScatterGroup, ScatterLine, ScatterMean, ScatterPoint } from "./types";
import { useSize } from "./use-size";

export type PlotProps = {
  view: Area;
  brush: Area | null;
  inView: readonly ScatterPoint[];
  shown: readonly ScatterPoint[];
  groups: readonly ScatterGroup[];
  line?: ScatterLine;
  means?: readonly ScatterMean[];
  locale: string;
  height: number;
  /** The mark spoken of. */
  current: ScatterPoint | null;
  onCurrent: (point: ScatterPoint | null) => void;
  onBrush: (area: Area | null) => void;
  /** The name of the control that walks from mark to mark. */
  walkName: string;
  /** A mark's values in words. */
  inWords: (point: ScatterPoint) => string;
  openName: (point: ScatterPoint) => string;
};

const reach = 24;
const leastDrag = 5;
const assumedWidth = 640;

export function Plot(props: PlotProps) {
  const { view, brush, inView, shown, groups, line, means = [], locale, height, current, onCurrent, onBrush } = props;
  const [frame, size] = useSize<HTMLDivElement>({ width: assumedWidth, height });
  const [start, setStart] = useState<Place | null>(null);
  const opener = useRef<HTMLAnchorElement>(null);
  const places = useMemo(() => shown.map((point) => placeIn(view, size, point)), [shown, view, size]);
  const currentPlace = current && placeIn(view, size, current);
  const rank = current ? shown.findIndex(({ id }) => id === current.id) : -1;

  const placeOf = (event: PointerEvent<HTMLDivElement>): Place => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const dragged = (place: Place) => start !== null && Math.hypot(place.x - start.x, place.y - start.y) >= leastDrag;

  const press = (event: PointerEvent<HTMLDivElement>) => {
    if (event.pointerType !== "touch" && event.button === 0) setStart(placeOf(event));
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const place = placeOf(event);
    if (start && dragged(place)) {
      event.currentTarget.setPointerCapture(event.pointerId);
      onCurrent(null);
      onBrush(areaBetween(view, size, start, place));
    } else if (!start && event.pointerType !== "touch") {
      onCurrent(shown[nearest(places, place, reach)] ?? null);
    }
  };
  const release = (event: PointerEvent<HTMLDivElement>) => {
    const place = placeOf(event);
    const near = shown[nearest(places, place, reach)] ?? null;
    if (event.pointerType === "touch") onCurrent(near);
    else if (start && !dragged(place) && !near) onBrush(null);
    setStart(null);
  };
  const walk = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") opener.current?.click();
    if (event.key === "Escape") onBrush(null);
  };

  return (
    <div
      ref={frame}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={() => setStart(null)}
      onPointerLeave={({ pointerType }) => start === null && pointerType !== "touch" && onCurrent(null)}
      style={{ height }}
      className="relative cursor-crosshair select-none rounded-sm has-[[data-walk]:focus-visible]:outline-2 has-[[data-walk]:focus-visible]:outline-accent has-[[data-walk]:focus-visible]:outline-offset-4"
    >
      <svg aria-hidden="true" width="100%" height="100%" className="block overflow-visible">
        <Axes area={view} locale={locale} />
        <svg aria-hidden="true" width="100%" height="100%" viewBox={`0 0 ${size.width} ${size.height}`} preserveAspectRatio="none">
          {brush && <Marks points={inView} groups={groups} area={view} size={size} faded />}
          <Marks points={shown} groups={groups} area={view} size={size} />
          {line && <Regression line={line} area={view} size={size} />}
          <Means means={means} groups={groups} area={view} size={size} />
          {brush && <Brush brush={brush} area={view} size={size} />}
          {currentPlace && <Pointer {...currentPlace} height={size.height} />}
        </svg>
      </svg>
      {shown.length > 0 && (
        <input
          type="range"
          data-walk
          data-chart-control
          aria-label={props.walkName}
          aria-valuetext={current ? props.inWords(current) : undefined}
          min={0}
          max={shown.length - 1}
          value={Math.max(rank, 0)}
          onFocus={() => onCurrent(current ?? shown[0] ?? null)}
          onChange={(event) => onCurrent(shown[Number(event.target.value)] ?? null)}
          onKeyDown={walk}
          className="pointer-events-none absolute inset-x-0 bottom-0 h-6 w-full opacity-0"
        />
      )}
      {current?.href && currentPlace && (
        <a
          ref={opener}
          href={current.href}
          draggable={false}
          tabIndex={-1}
          data-chart-control
          style={{ left: at((100 * currentPlace.x) / size.width), top: at((100 * currentPlace.y) / size.height) }}
          className="absolute size-9 -translate-x-1/2 -translate-y-1/2 rounded-full"
        >
          <span className="sr-only">{props.openName(current)}</span>
        </a>
      )}
    </div>
  );
}
