export type PersonTrendPoint = {
  id: string;
  /** ISO 8601; its place on the axis. */
  date: string;
  /** As shown: "12 Nov 2026". */
  dateText: string;
  /** Null where it was not measured that day: a gap in the line. */
  value: number | null;
  /** "1.21 m/s", or "not measured". */
  valueText: string;
  href?: string;
};
export type PersonTrend = { id: string; label: string; points: readonly PersonTrendPoint[] };
