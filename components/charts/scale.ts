import { scaleLinear } from "d3-scale";

export type Domain = readonly [from: number, to: number];

/** Positions in per cent of the width, held inside the drawing. SVG takes per cents, so text keeps its size at every width. */
export function percentScale([from, to]: Domain): (value: number) => number {
  if (from === to) return () => 50;
  return scaleLinear([from, to], [0, 100]).clamp(true);
}

export function at(percent: number): string {
  return `${Math.round(percent * 100) / 100}%`;
}

/** Text near an edge grows inwards. */
export function anchorAt(percent: number): "start" | "middle" | "end" {
  return percent < 15 ? "start" : percent > 85 ? "end" : "middle";
}

/** A domain with room on both sides of what it must show. */
export function padded(values: readonly number[], share = 0.08): Domain {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = (high - low) * share || Math.abs(high) * share || 1;
  return [low - room, high + room];
}

/** Moves labels apart until neighbours stand `gap` from each other, in their order, around their own places. */
export function spread(places: readonly number[], gap: number, [from, to]: Domain): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  const moved: number[] = [];
  for (const { place } of order) moved.push(Math.max(place, (moved.at(-1) ?? from - gap) + gap));
  let limit = to;
  for (let i = moved.length - 1; i >= 0; i--) {
    moved[i] = Math.min(moved[i] ?? limit, limit);
    limit = (moved[i] ?? limit) - gap;
  }
  const result = new Array<number>(places.length).fill(0);
  order.forEach(({ index }, rank) => {
    result[index] = moved[rank] ?? 0;
  });
  return result;
}
