import { describe, expect, it } from "vitest";
import type { AssessmentSummary } from "@/lib/data/assessments";
import type { NoteView } from "@/lib/data/notes";
import { timelineOf } from "./timeline";

const assessment = (id: string, at: string): AssessmentSummary => ({
  id,
  protocol: "walk",
  measuredAt: new Date(at),
  timeZone: "UTC",
  ageAtAssessment: 40,
  measurements: {},
  unreadable: 0,
  predictions: [],
});

const note = (id: string, at: string): NoteView => ({
  id,
  text: id,
  visibleToAthlete: false,
  createdAt: new Date(at),
  team: { id: "team", name: "Team" },
  author: null,
  own: false,
});

describe("the timeline", () => {
  it("puts notes between the assessments they came between", () => {
    const entries = timelineOf(
      [assessment("second", "2026-05-01T10:00:00Z"), assessment("first", "2026-03-01T10:00:00Z")],
      [note("later", "2026-06-01T10:00:00Z"), note("between", "2026-04-01T10:00:00Z")],
    );
    expect(entries.map(({ id }) => id)).toEqual(["later", "second", "between", "first"]);
  });
});
