import type { AssessmentSummary } from "@/lib/data/assessments";
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

const enough = 4;

/** The range of all but the last assessment's values; null while there are too few to speak of a habit. */
export function ownBand(points: readonly SeriesPoint[]): { low: number; high: number } | null {
  const last = points.at(-1)?.assessment.id;
  const earlier = points.filter(({ assessment }) => assessment.id !== last);
  if (new Set(earlier.map(({ assessment }) => assessment.id)).size < enough - 1) return null;
  const values = earlier.map(({ value }) => value);
  return { low: Math.min(...values), high: Math.max(...values) };
}
