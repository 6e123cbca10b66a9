import { scaleUtc } from "d3-scale";
import { roundAxis, type Tick } from "../axis";
import { spread } from "../scale";
import type { PersonTrend, PersonTrendPoint } from "./types";

export type PlacedPersonPoint = PersonTrendPoint & { x: number; y: number | null };
export type PlacedPerson = Omit<PersonTrend, "points"> & {
  /** Its place in the list as given, which fixes its look. */
  index: number;
  /** Oldest first. */
  points: readonly PlacedPersonPoint[];
  /** The last measured point, and where its label stands. */
  end: { x: number; y: number; label: number };
};
export type PeopleGeometry = {
  /** Those who have at least one measured value. */
  people: readonly PlacedPerson[];
  ticks: readonly Tick[];
  decimals: number;
  band: { top: number; bottom: number } | null;
  first: string;
  last: string;
};

/** Places in per cent of the drawing. `gap` is the least distance between two labels. Null where nothing was measured. */
export function peopleGeometry(
  people: readonly PersonTrend[],
  band: { low: number; high: number } | undefined,
  gap: number,
): PeopleGeometry | null {
  const points = people.flatMap((person) => person.points).filter(({ value }) => value !== null);
  const ordered = points.toSorted((a, b) => Date.parse(a.date) - Date.parse(b.date));
  const [first, last] = [ordered.at(0), ordered.at(-1)];
  if (!first || !last) return null;

  const [from, to] = [Date.parse(first.date), Date.parse(last.date)];
  const time = scaleUtc([from, to], [2, 98]);
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const axis = roundAxis(band ? [...values, band.low, band.high] : values, 4, [100, 0]);
  const placed = people.flatMap((person, index) => {
    const own = person.points
      .toSorted((a, b) => Date.parse(a.date) - Date.parse(b.date))
      .map(
        (point): PlacedPersonPoint => ({
          ...point,
          x: from === to ? 50 : Math.min(Math.max(time(Date.parse(point.date)), 0), 100),
          y: point.value === null ? null : axis.place(point.value),
        }),
      );
    const end = own.findLast(({ y }) => y !== null);
    return end && end.y !== null ? [{ ...person, index, points: own, end: { x: end.x, y: end.y } }] : [];
  });
  const labels = spread(
    placed.map(({ end }) => end.y),
    gap,
    [0, 100],
  );
  return {
    people: placed.map((person, rank) => ({ ...person, end: { ...person.end, label: labels[rank] ?? person.end.y } })),
    ticks: axis.ticks,
    decimals: axis.decimals,
    band: band ? { top: axis.place(band.high), bottom: axis.place(band.low) } : null,
    first: first.dateText,
    last: last.dateText,
  };
}
