import { describe, expect, it } from "vitest";
import type { ModelPrediction } from "@/lib/inference";
import { detectableChange } from "@/lib/measurements/detectable-change";
import { type LineAssessment, rosterLine } from "./roster-line";

let count = 0;
function visit(part: Partial<LineAssessment> = {}): LineAssessment {
  count++;
  const measuredAt = new Date(Date.UTC(2026, 5, 30 - count));
  return {
    id: `visit-${count}`,
    protocol: "walk",
    measuredAt,
    timeZone: "Europe/Madrid",
    device: null,
    injuryRegion: null,
    age: 40,
    measurements: {},
    predictions: [],
    ...part,
  };
}

const common = { version: "1", uncertainty: 0.5, additive: true, reasons: [], outside: [] };

const gaitAge = (value: number): ModelPrediction => ({
  ...common,
  model: "age",
  question: "age",
  outcome: { kind: "regression", unit: "years", value, lower: value - 10, upper: value + 10, level: 0.8 },
});

const zones = (crowned: string | null): ModelPrediction => ({
  ...common,
  model: "zone",
  question: "injury",
  outcome: {
    kind: "classification",
    reason: "complaint",
    healthyClass: "healthy",
    crowned,
    classes: [
      { name: "healthy", zone: false, probability: 0.3, share: 0.3, base: 0.1, beyondNoise: true },
      { name: "knee", zone: true, probability: 0.34, share: 0.34, base: 0.27, beyondNoise: crowned === "knee" },
    ],
  },
});

const injured = (beyondNoise: boolean): ModelPrediction => ({
  ...common,
  model: "injury",
  question: "injury",
  outcome: {
    kind: "classification",
    reason: "checkup",
    healthyClass: null,
    crowned: null,
    classes: [{ name: "injured", zone: false, probability: 0.8, share: 0.5, base: 0.2, beyondNoise }],
  },
});

it("says nothing of who was never assessed", () => {
  const { sparkline, flags, injuryStandsOut, ...rest } = rosterLine([]);
  expect({ sparkline, flags, injuryStandsOut }).toEqual({ sparkline: [], flags: [], injuryStandsOut: false });
  expect(new Set(Object.values(rest))).toEqual(new Set([null]));
});

describe("gait age", () => {
  it("is the newest there is, set against the age on that day, with those before it", () => {
    const line = rosterLine([visit(), visit({ predictions: [gaitAge(43.4)], age: 40 }), visit({ predictions: [gaitAge(45)] })]);
    expect(line).toMatchObject({ gaitAge: 43.4, gaitAgeLower: 33.4, gaitAgeUpper: 53.4, sparkline: [45, 43.4], flags: [] });
    expect(line.ageGap).toBeCloseTo(3.4);
  });

  it("does not mix walking with running, nor draw more than twelve", () => {
    const run = visit({ protocol: "run", predictions: [gaitAge(30)] });
    const walks = Array.from({ length: 14 }, (_, index) => visit({ predictions: [gaitAge(40 + index)] }));
    expect(rosterLine([run, ...walks]).sparkline).toEqual([30]);
    expect(rosterLine([...walks, run]).sparkline).toEqual([51, 50, 49, 48, 47, 46, 45, 44, 43, 42, 41, 40]);
  });

  it.each([
    [29.9, ["age"]],
    [30, []],
    [50, []],
    [50.1, ["age"]],
  ])("of %s flags an age of 40 outside its interval: %j", (value, flags) => {
    expect(rosterLine([visit({ predictions: [gaitAge(value)] })]).flags).toEqual(flags);
  });
});

describe("injury picture", () => {
  it.each([
    ["the zone that stands out", zones("knee"), { injuryClass: "knee", injuryShare: 0.34, injuryBase: 0.27, injuryStandsOut: true }],
    ["no share of being healthy", zones(null), { injuryClass: "healthy", injuryShare: null, injuryBase: null, injuryStandsOut: false }],
    ["being injured", injured(true), { injuryClass: "injured", injuryShare: 0.5, injuryBase: 0.2, injuryStandsOut: true }],
    ["being injured within noise", injured(false), { injuryClass: "injured", injuryShare: 0.5, injuryStandsOut: false }],
  ])("is %s", (_what, prediction, expected) => {
    const line = rosterLine([visit(), visit({ predictions: [prediction] }), visit({ predictions: [zones("knee")] })]);
    expect(line).toMatchObject(expected);
    expect(line.flags.includes("zone")).toBe(line.injuryStandsOut);
  });

  it("takes the stated zone from the newest assessment alone: what was stated before may be over", () => {
    expect(rosterLine([visit({ injuryRegion: "knee" })]).injuryZone).toBe("knee");
    expect(rosterLine([visit({ injuryRegion: "none" })]).injuryZone).toBeNull();
    expect(rosterLine([visit(), visit({ injuryRegion: "knee" })]).injuryZone).toBeNull();
  });
});

describe("biggest change", () => {
  const noise = (code: string) => detectableChange(code, "walk")?.value ?? Number.NaN;
  const before = { speed: 1.2, ankle_dorsiflexion_peak_left: 10, ankle_dorsiflexion_peak_right: 10, cop_path_ap_left: 0.2 };
  const moved = (column: string, by: number) => ({ ...before, [column]: (before[column as keyof typeof before] ?? 0) + by });
  const line = (now: LineAssessment["measurements"]) => rosterLine([visit({ measurements: now }), visit({ measurements: before })]);

  it("is the one of most detectable changes, and only beyond one", () => {
    const now = {
      ...moved("ankle_dorsiflexion_peak_right", 2.5 * noise("ankle_dorsiflexion_peak")),
      speed: before.speed + 2 * noise("speed"),
    };
    expect(line(now)).toMatchObject({ changeColumn: "ankle_dorsiflexion_peak_right", changeFrom: 10, changeSize: expect.closeTo(2.5) });
    expect(line(now).flags).toContain("change");
    expect(line(moved("speed", -1.1 * noise("speed")))).toMatchObject({ changeColumn: "speed", changeSize: expect.closeTo(1.1) });
    expect(line(moved("speed", noise("speed")))).toMatchObject({ changeColumn: null, changeSize: null, flags: [] });
  });

  it("does not judge what has no detectable change", () => {
    expect(detectableChange("shock", "walk")).toBeNull();
    expect(rosterLine([visit({ measurements: { shock: 9 } }), visit({ measurements: { shock: 1 } })]).changeSize).toBeNull();
  });

  it("compares with the same protocol and the same device", () => {
    const now = visit({ measurements: { speed: 1.9 }, device: "foot_pods" });
    const others = [
      visit({ measurements: { speed: 3 }, protocol: "run", device: "foot_pods" }),
      visit({ measurements: { speed: 1 }, device: "force_plate" }),
    ];
    expect(rosterLine([now, ...others]).changeSize).toBeNull();
    const same = visit({ measurements: { speed: 1.3 }, device: "foot_pods" });
    expect(rosterLine([now, ...others, same])).toMatchObject({ changeFrom: 1.3, changeTo: 1.9 });
  });
});

describe("asymmetry", () => {
  it.each([
    [{ contact_time_left: 0.6, contact_time_right: 0.66 }, "contact_time", 9.5, []],
    [
      { contact_time_left: 0.66, contact_time_right: 0.59, cop_path_ap_left: 0.2, cop_path_ap_right: 0.2 },
      "contact_time",
      11.2,
      ["asymmetry"],
    ],
    [{ foot_strike_angle_left: 2, foot_strike_angle_right: 12 }, null, null, []],
    [{ contact_time_left: 0.6 }, null, null, []],
  ])("of %j is of %s", (measurements, field, percent, flags) => {
    const line = rosterLine([visit({ measurements })]);
    expect(line.asymmetryField).toBe(field);
    if (percent === null) expect(line.asymmetryPercent).toBeNull();
    else expect(line.asymmetryPercent).toBeCloseTo(percent, 1);
    expect(line.flags).toEqual(flags);
  });
});
