import { scaleLinear, scaleUtc } from "d3-scale";
import { padded } from "../scale";
import type { OwnBand, PlacedPoint, Series, TrendPoint } from "./types";

const sides = [null, "left", "right"] as const;

export type TrendGeometry = {
  /** Oldest first. */
  points: readonly PlacedPoint[];
  series: readonly Series[];
  ticks: readonly { value: number; y: number }[];
  decimals: number;
  band: { top: number; bottom: number } | null;
};

export function trendGeometry(points: readonly TrendPoint[], ownBand: OwnBand | undefined): TrendGeometry {
  const sorted = [...points].sort((a, b) => Date.parse(a.date) - Date.parse(b.date));
  const shown = sorted.flatMap(({ value, low = value, high = value }) => [value, low, high]);
  const y = scaleLinear(padded(ownBand ? [...shown, ownBand.low, ownBand.high] : shown), [100, 0]).nice(4);
  const times = sorted.map(({ date }) => Date.parse(date));
  const from = Math.min(...times);
  const to = Math.max(...times);
  const time = scaleUtc([from, to], [2, 98]);
  const placed = sorted.map((point) => ({
    ...point,
    x: from === to ? 50 : time(Date.parse(point.date)),
    y: y(point.value),
    yLow: y(point.low ?? point.value),
    yHigh: y(point.high ?? point.value),
  }));
  const ticks = y.ticks(4);
  const format = y.tickFormat(4);
  return {
    points: placed,
    series: sides
      .map((side) => ({ side, points: placed.filter((point) => (point.side ?? null) === side) }))
      .filter((each) => each.points.length > 0),
    ticks: ticks.map((value) => ({ value, y: y(value) })),
    decimals: Math.max(0, ...ticks.map((tick) => (format(tick).split(".")[1] ?? "").length)),
    band: ownBand ? { top: y(ownBand.high), bottom: y(ownBand.low) } : null,
  };
}
