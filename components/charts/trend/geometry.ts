import { scaleUtc } from "d3-scale";
import { roundAxis, type Tick } from "../axis";
import type { OwnBand, PlacedEvent, PlacedPoint, Series, TrendEvent, TrendPoint } from "./types";

const sides = [null, "left", "right"] as const;

export type TrendGeometry = {
  /** Oldest first. */
  points: readonly PlacedPoint[];
  events: readonly PlacedEvent[];
  series: readonly Series[];
  ticks: readonly Tick[];
  decimals: number;
  band: { top: number; bottom: number } | null;
};

const byDate = (a: { date: string }, b: { date: string }) => Date.parse(a.date) - Date.parse(b.date);

export function trendGeometry(
  points: readonly TrendPoint[],
  ownBand: OwnBand | undefined,
  events: readonly TrendEvent[] = [],
): TrendGeometry {
  const sorted = points.toSorted(byDate);
  const shown = sorted.flatMap(({ value, low = value, high = value }) => [value, low, high]);
  const axis = roundAxis(ownBand ? [...shown, ownBand.low, ownBand.high] : shown, 4, [100, 0]);
  const times = [...sorted, ...events].map(({ date }) => Date.parse(date));
  const from = Math.min(...times);
  const to = Math.max(...times);
  const time = scaleUtc([from, to], [2, 98]);
  const x = (date: string) => (from === to ? 50 : time(Date.parse(date)));
  const placed = sorted.map((point) => ({
    ...point,
    x: x(point.date),
    y: axis.place(point.value),
    yLow: axis.place(point.low ?? point.value),
    yHigh: axis.place(point.high ?? point.value),
  }));
  return {
    points: placed,
    events: events.toSorted(byDate).map((event, index) => ({ ...event, number: index + 1, x: x(event.date) })),
    series: sides
      .map((side) => ({ side, points: placed.filter((point) => (point.side ?? null) === side) }))
      .filter((each) => each.points.length > 0),
    ticks: axis.ticks,
    decimals: axis.decimals,
    band: ownBand ? { top: axis.place(ownBand.high), bottom: axis.place(ownBand.low) } : null,
  };
}
