import { describe, expect, it } from "vitest";
import type { ComparedColumn } from "@/lib/data/compare";
import type { Place } from "@/lib/data/reference";
import { detectableChange } from "@/lib/measurements/detectable-change";
import type { Quantiles } from "@/lib/measurements/quantiles";
import type { Measurements } from "@/lib/measurements/schema";
import { comparedRows, countsOf, metricOf, sharedReference } from "./rows";

const quantiles: Quantiles = { n: 30, p5: 0.9, p10: 1, p25: 1.1, p50: 1.2, p75: 1.3, p90: 1.4, p95: 1.5 };

function column(
  id: string,
  measurements: Measurements | null,
  { values = {}, earlier = [], places = {}, cell = null }: Partial<Parts> = {},
): ComparedColumn {
  const visit = (given: Record<string, number>) => ({
    assessmentId: `${id} visit`,
    measuredAt: new Date("2026-03-02T09:00:00Z"),
    timeZone: "Europe/Madrid",
    values: new Map(Object.entries(given)),
  });
  return {
    id,
    athlete: { id, name: id, sex: "female", own: false },
    assessment: measurements && { ...visit(values), ageAtAssessment: 40, measurements, unreadable: 0, predictions: [] },
    earlier: earlier.map(visit),
    cell,
    places: new Map(Object.entries(places)),
  };
}
type Parts = {
  values: Record<string, number>;
  earlier: Record<string, number>[];
  places: Record<string, Place>;
  cell: ComparedColumn["cell"];
};

const walking = (...columns: ComparedColumn[]) => comparedRows({ protocol: "walk", columns });
const noise = detectableChange("speed", "walk")?.value ?? Number.NaN;

describe("comparedRows", () => {
  it("holds what anybody has measured, in the form's order, and leaves out what nobody has", () => {
    const groups = walking(
      column("Ana", { step_rate: 110, lunge_left: "present" }),
      column("Ben", { speed: 1.2, speed_sd: 0.1, step_rate: 100 }),
      column("Eva", null),
    );
    expect(groups.map(({ group, rows }) => [group, rows.map(({ id }) => id)])).toEqual([
      ["gait", ["speed", "speed_sd", "step_rate", "stride_length", "step_length"]],
      ["clinical_test", ["lunge"]],
    ]);
  });

  it("keeps what one has not measured empty, never 0", () => {
    const [gait] = walking(column("Ana", { speed: 1.2 }, { values: { speed: 1.2 } }), column("Ben", { step_rate: 100 }));
    const speed = gait?.rows.find(({ id }) => id === "speed");
    expect(speed?.cells[1]).toEqual({ measured: null, value: null, judgement: null, percentile: null, people: 0 });
    expect(speed?.difference).toBeNull();
  });

  it("judges each value against its person's earlier visits and its reference", () => {
    const usual = Array.from({ length: 5 }, () => ({ speed: 1.2 }));
    const far = 1.2 + noise * 3;
    const [gait] = walking(
      column("Ana", { speed: 1.2 }, { values: { speed: 1.2 }, earlier: usual, places: { speed: { quantiles, percentile: 50 } } }),
      column("Ben", { speed: far }, { values: { speed: far }, earlier: usual, places: { speed: { quantiles, percentile: 99 } } }),
      column("Eva", { speed: 1.2 }, { values: { speed: 1.2 } }),
    );
    const speed = gait?.rows[0];
    expect(speed?.cells.map(({ judgement }) => judgement?.verdict)).toEqual(["ordinary", "both", "unknown"]);
    expect(speed?.cells.map(({ percentile, people }) => [percentile, people])).toEqual([
      [50, 30],
      [99, 30],
      [null, 0],
    ]);
    expect(speed?.difference).toMatchObject({ highest: 1, beyond: true });
    expect(countsOf(gait ? [gait] : [])).toEqual({ judged: 1, beyond: 1, unknown: 0, own: 1, group: 1 });
  });

  it("does not judge words", () => {
    const [tests] = walking(column("Ana", { lunge_left: "present" }, { values: { lunge: 1 } }), column("Ben", { lunge_left: "absent" }));
    expect(tests?.rows[0]).toMatchObject({ difference: null, cells: [{ judgement: null }, { judgement: null }] });
  });
});

describe("sharedReference", () => {
  const place = { speed: { quantiles, percentile: 50 } };

  it("is the reference of all, unless each is compared with people of their own", () => {
    const all = [column("Ana", {}, { places: place }), column("Ben", null)];
    expect(sharedReference(all, "speed")).toEqual(quantiles);
    const bands = (["30-39", "40-49"] as const).map((ageBand) => column("Ana", {}, { places: place, cell: { sex: "female", ageBand } }));
    expect(sharedReference(bands, "speed")).toBeUndefined();
    expect(sharedReference(bands.slice(0, 1), "speed")).toEqual(quantiles);
  });

  it("is none of too few people", () => {
    const few = { speed: { quantiles: { ...quantiles, n: 19, p5: null, p95: null }, percentile: null } };
    expect(sharedReference([column("Ana", {}, { places: few })], "speed")).toBeUndefined();
  });
});

describe("metricOf", () => {
  const groups = walking(
    column("Ana", { weight_kg: 60, speed: 1, step_rate: 100 }, { values: { weight_kg: 60, speed: 1, step_rate: 100 } }),
    column("Ben", { weight_kg: 70, step_rate: 100 }, { values: { weight_kg: 70, step_rate: 100 } }),
  );

  it("is the one asked for, where anybody has a number for it", () => {
    expect(metricOf(groups, "weight_kg").code).toBe("weight_kg");
    expect(metricOf(groups, "contact_time").code).toBe("step_rate");
  });

  it("is else a usual one that most have", () => {
    expect(metricOf(groups, undefined)).toEqual({ code: "step_rate", offered: ["weight_kg", "speed", "step_rate"] });
    expect(metricOf([], undefined)).toEqual({ code: null, offered: [] });
  });
});
