import { describe, expect, it } from "vitest";
import type { AssessmentSummary } from "@/lib/data/assessments";
import { metricSeries, ownBand } from "./series";

/** Newest first, as the list comes. */
const visits = (values: readonly Readonly<Record<string, number>>[]): AssessmentSummary[] =>
  values
    .map((measurements, index) => ({
      id: String(index),
      protocol: "walk" as const,
      measuredAt: new Date(Date.UTC(2026, index)),
      timeZone: "UTC",
      ageAtAssessment: 40,
      measurements,
      unreadable: 0,
      predictions: [],
    }))
    .toReversed();

const band = (code: string, ...values: readonly Readonly<Record<string, number>>[]) => ownBand(metricSeries(visits(values), code));

describe("a person's own band", () => {
  it("rests on the visits before the last, of which it needs three", () => {
    const earlier = [{ speed: 1.1 }, { speed: 1.2 }, { speed: 1.3 }];
    expect(band("speed", ...earlier)).toBeNull();
    const known = band("speed", ...earlier, { speed: 9 });
    expect(known).toEqual(band("speed", ...earlier, { speed: 0.1 }));
    expect(known?.low).toBeLessThan(1.1);
    expect(known?.high).toBeGreaterThan(1.3);
    expect(((known?.low ?? 0) + (known?.high ?? 0)) / 2).toBeCloseTo(1.2);
  });

  it("holds what is usual on either side, and does not take the difference between the sides for variation", () => {
    const steady = { contact_time_left: 0.2, contact_time_right: 0.3 };
    const known = band("contact_time", steady, steady, steady, steady);
    expect(known?.low).toBeCloseTo(0.2);
    expect(known?.high).toBeCloseTo(0.3);
  });
});
