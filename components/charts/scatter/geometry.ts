import { roundAxis } from "../axis";
import type { Domain } from "../scale";
import { seriesStyle } from "../series";
import type { Area, Place, ScatterLine, ScatterPoint, Size } from "./types";

export function within({ x, y }: Area, point: { x: number; y: number }): boolean {
  return point.x >= x[0] && point.x <= x[1] && point.y >= y[0] && point.y <= y[1];
}

/** Round ends around all points. */
export function wholeArea(points: readonly { x: number; y: number }[]): Area {
  return {
    x: roundAxis(
      points.map(({ x }) => x),
      5,
    ).domain,
    y: roundAxis(
      points.map(({ y }) => y),
      5,
    ).domain,
  };
}

function share([from, to]: Domain, value: number): number {
  return from === to ? 0.5 : (value - from) / (to - from);
}

function mix([from, to]: Domain, part: number): number {
  return part === 1 ? to : from + (to - from) * part;
}

export function placeIn(area: Area, size: Size, point: { x: number; y: number }): Place {
  return { x: share(area.x, point.x) * size.width, y: (1 - share(area.y, point.y)) * size.height };
}

/** The area between two places of the drawing, held inside it. */
export function areaBetween(area: Area, size: Size, a: Place, b: Place): Area {
  const part = (value: number, whole: number) => Math.min(Math.max(value / whole, 0), 1);
  const x = [part(a.x, size.width), part(b.x, size.width)].toSorted((p, q) => p - q);
  const y = [1 - part(a.y, size.height), 1 - part(b.y, size.height)].toSorted((p, q) => p - q);
  return {
    x: [mix(area.x, x[0] ?? 0), mix(area.x, x[1] ?? 1)],
    y: [mix(area.y, y[0] ?? 0), mix(area.y, y[1] ?? 1)],
  };
}

/** All marks of one kind as one path: two thousand of them stay one element. */
export function marksPath(places: readonly Place[], look: number, size: number): string {
  const shape = seriesStyle(look).shape(size);
  return places.map(({ x, y }) => `M${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}${shape}`).join("");
}

/** The nearest place no further than `reach`, or -1. */
export function nearest(places: readonly Place[], { x, y }: Place, reach: number): number {
  let best = -1;
  let distance = reach * reach;
  places.forEach((place, index) => {
    const own = (place.x - x) ** 2 + (place.y - y) ** 2;
    if (own > distance) return;
    best = index;
    distance = own;
  });
  return best;
}

/** From left to right, then upwards: the order in which keys walk. */
export function walkOrder(points: readonly ScatterPoint[]): ScatterPoint[] {
  return points.toSorted((a, b) => a.x - b.x || a.y - b.y || a.id.localeCompare(b.id));
}

/** The part of a line that lies in an area, from left to right; null where none does. */
export function lineIn(
  { x, y }: Area,
  { slope, intercept }: ScatterLine,
): readonly [{ x: number; y: number }, { x: number; y: number }] | null {
  const reaches = slope === 0 ? x : y.map((value) => (value - intercept) / slope).toSorted((a, b) => a - b);
  const from = Math.max(x[0], reaches[0] ?? x[0]);
  const to = Math.min(x[1], reaches[1] ?? x[1]);
  const flatOutside = slope === 0 && (intercept < y[0] || intercept > y[1]);
  if (from >= to || flatOutside) return null;
  return [
    { x: from, y: slope * from + intercept },
    { x: to, y: slope * to + intercept },
  ];
}

const steps = 100;
export const sliderSteps = steps;

/** An area as slider positions within a whole, and back. A thumb at its end stands for the end itself. */
export function toSteps(whole: Domain, [from, to]: Domain): readonly [number, number] {
  return [Math.round(share(whole, from) * steps), Math.round(share(whole, to) * steps)];
}

export function fromSteps(whole: Domain, [from, to]: readonly [number, number]): Domain {
  return [mix(whole, Math.min(from, to) / steps), mix(whole, Math.max(from, to) / steps)];
}

export function sameArea(a: Area, b: Area): boolean {
  return a.x[0] === b.x[0] && a.x[1] === b.x[1] && a.y[0] === b.y[0] && a.y[1] === b.y[1];
}
