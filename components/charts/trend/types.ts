import type { Side } from "../marks";

export type TrendPoint = {
  id: string;
  /** ISO 8601; its place on the axis. */
  date: string;
  /** As shown: "12 Nov 2026". */
  dateText: string;
  value: number;
  /** With its unit: "1.21 m/s". */
  valueText: string;
  low?: number;
  high?: number;
  side?: Side;
  /** The assessment it came from. */
  href?: string;
};

/** The person's own earlier range. */
export type OwnBand = { low: number; high: number; label: string };

/** Something that happened, or is meant to, on a day. */
export type TrendEvent = {
  id: string;
  /** ISO 8601; may lie ahead. */
  date: string;
  dateText: string;
  /** "Coach's note: back from holiday", "Recall" */
  label: string;
  kind: "note" | "recall";
};
/** Its number stands on the mark and before its words. */
export type PlacedEvent = TrendEvent & { number: number; x: number };
export type Series = { side: Side | null; points: readonly PlacedPoint[] };
/** In per cent of the drawing. */
export type PlacedPoint = TrendPoint & { x: number; y: number; yLow: number; yHigh: number };
