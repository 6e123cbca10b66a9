import type { AssessmentSummary } from "@/lib/data/assessments";
import { ownBaseline } from "@/lib/measurements/baseline";
import { columnName } from "@/lib/measurements/columns";

export type SeriesPoint = { assessment: AssessmentSummary; side: "left" | "right" | null; value: number };

/** A measurement over assessments, oldest first: its one value, or a point per side. */
export function metricSeries(assessments: readonly AssessmentSummary[], code: string): SeriesPoint[] {
  return assessments.toReversed().flatMap((assessment): SeriesPoint[] => {
    const value = (side: "left" | "right" | "both") => assessment.measurements[columnName({ code, side, deviation: false })];
    const both = value("both");
    if (typeof both === "number") return [{ assessment, side: null, value: both }];
    return (["left", "right"] as const).flatMap((side) => {
      const one = value(side);
      return typeof one === "number" ? [{ assessment, side, value: one }] : [];
    });
  });
}

/**
 * Where the last value was expected, going by the visits before it: the person's own baseline, of either side where there are
 * two. Null while there are too few to speak of a habit.
 */
export function ownBand(points: readonly SeriesPoint[]): { low: number; high: number } | null {
  const last = points.at(-1)?.assessment.id;
  const bands = [null, "left", "right"].flatMap((side) => {
    const earlier = points.filter((point) => point.side === side && point.assessment.id !== last).map(({ value }) => value);
    return ownBaseline(earlier) ?? [];
  });
  if (bands.length === 0) return null;
  return { low: Math.min(...bands.map(({ low }) => low)), high: Math.max(...bands.map(({ high }) => high)) };
}
