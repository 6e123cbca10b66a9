import { expect, it } from "vitest";
import { trendGeometry } from "./geometry";

const point = (date: string, value: number, side?: "left" | "right") => ({
  id: date,
  date,
  dateText: date,
  value,
  valueText: String(value),
  side,
});

it("orders by date and keeps every point and the band inside the drawing", () => {
  const { points, band } = trendGeometry([point("2026-05-01", 1.4), point("2026-01-01", 1.1)], { low: 0.9, high: 1.3, label: "" });
  expect(points.map(({ date }) => date)).toEqual(["2026-01-01", "2026-05-01"]);
  expect(points[0]?.y).toBeGreaterThan(points[1]?.y ?? 100);
  for (const y of [...points.map((each) => each.y), band?.top, band?.bottom]) {
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(100);
  }
});

it("puts a lone day in the middle and separates the sides", () => {
  const { points, series } = trendGeometry([point("2026-01-01", 0.5, "right"), point("2026-01-01", 0.6, "left")], undefined);
  expect(points.map(({ x }) => x)).toEqual([50, 50]);
  expect(series.map(({ side }) => side)).toEqual(["left", "right"]);
});

it("writes as many decimals as its ticks need", () => {
  expect(trendGeometry([point("2026-01-01", 1.21), point("2026-02-01", 1.29)], undefined).decimals).toBe(2);
  expect(trendGeometry([point("2026-01-01", 40), point("2026-02-01", 80)], undefined).decimals).toBe(0);
});
