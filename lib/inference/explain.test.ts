import { describe, expect, it } from "vitest";
import type { Card } from "./card";
import { predictRows } from "./predict";
import { type Columns, rowsOf } from "./rows";
import { card, fakeModel, feature } from "./testing/cards";

const features = [
  feature({}),
  feature({ code: "height_cm", median: 170, min: 140, p05: 155, p95: 190, max: 210 }),
  feature({ code: "weight_kg", median: 70, min: 40, p05: 50, p95: 95, max: 130 }),
  feature({ code: "contact_time", transform: "mean", required: false, median: 0.7, min: 0.3, p05: 0.5, p95: 0.9, max: 1.2 }),
  feature({ code: "contact_time", transform: "difference", required: false, median: 0.02, min: 0, p05: 0, p95: 0.1, max: 0.3 }),
  feature({ code: "swing_time", transform: "difference", required: false, median: 0.02, min: 0, p05: 0, p95: 0.1, max: 0.3 }),
];
const weights = [-12, 0.3, 0.2, 25, 60, -80];
const linear = (row: readonly number[]) => [
  50 + row.reduce((sum, value, index) => sum + (Number.isNaN(value) ? 0 : value) * (weights[index] ?? 0), 0),
];

async function explained(of: Card, columns: Columns) {
  const [answer] = await predictRows(fakeModel(of, linear), rowsOf([columns]), { reason: "complaint", explain: true });
  if (!answer?.ok || answer.prediction.outcome.kind !== "regression") throw new Error("no answer");
  return { value: answer.prediction.outcome.value, reasons: answer.prediction.reasons };
}

const person = { speed: 0.9, height_cm: 182, weight_kg: 90, contact_time_left: 0.8, contact_time_right: 0.9 };
const swing = { swing_time_left: 0.4, swing_time_right: 0.5 };

describe("the reasons", () => {
  it("of a model that is linear in its features add up to the answer", async () => {
    const { value, reasons } = await explained(card({ features, additive: true }), { ...person, ...swing });
    const [typical = 0] = linear(features.map(({ median }) => Math.fround(median)));
    const sum = reasons.reduce((total, { effects }) => total + (effects.years ?? 0), 0);
    expect(reasons.map(({ code }) => code).sort()).toEqual(["body_size", "contact_time", "speed", "swing_time"]);
    expect(sum).toBeCloseTo(value - typical, 9);
    expect(reasons[0]?.code).toBe("contact_time");
  });

  it("hold nothing that was not measured", async () => {
    const { reasons } = await explained(card({ features }), person);
    expect(reasons.map(({ code }) => code)).not.toContain("swing_time");
  });

  it("change of a measurement only what there is of it", async () => {
    // One value for both sides knows no difference, so its median has no part in the effect.
    const alike = card({ features: features.map((one) => (one.code === "contact_time" ? { ...one, code: "step_rate" } : one)) });
    const { reasons } = await explained(alike, { ...person, step_rate: 0.8 });
    expect(reasons.find(({ code }) => code === "step_rate")?.effects.years).toBeCloseTo((Math.fround(0.8) - Math.fround(0.7)) * 25, 9);
  });

  it("show a level only where the model looks at the level", async () => {
    const { reasons } = await explained(card({ features }), { ...person, ...swing });
    const shown = Object.fromEntries(reasons.map(({ code, value, typical }) => [code, [value, typical]]));
    expect(shown.contact_time).toEqual([expect.closeTo(0.85), 0.7]);
    expect(shown.speed).toEqual([0.9, 1.2]);
    expect(shown.swing_time).toEqual([null, null]);
    expect(shown.body_size).toEqual([null, null]);
  });

  it("show a word as it is, without a typical number", async () => {
    const ofWords = [
      feature({ code: "sex", transform: "is", category: "male", median: 0, min: 0, p05: 0, p95: 1, max: 1 }),
      feature({ code: "lunge", transform: "mean", median: 0, min: 0, p05: 0, p95: 1, max: 1 }),
    ];
    const { reasons } = await explained(card({ features: ofWords }), { sex: "male", lunge_left: "present", lunge_right: "present" });
    expect(reasons.map(({ code, value, typical }) => [code, value, typical]).sort()).toEqual([
      ["lunge", "present", null],
      ["sex", "male", null],
    ]);
  });
});
