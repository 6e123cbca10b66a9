import { describe, expect, it } from "vitest";
import type { ClassificationOutcome, ModelPrediction } from "@/lib/inference";
import { comparedAnswers, injuredShare } from "./answers";

const answer = (model: string, uncertainty: number, version = "1", question: "age" | "injury" = "age"): ModelPrediction => ({
  model,
  version,
  question,
  uncertainty,
  additive: true,
  outcome: { kind: "regression", unit: "years", value: 40, lower: 30, upper: 50, level: 0.8 },
  reasons: [],
  outside: [],
});
const models = (found: ReturnType<typeof comparedAnswers>) => found.answers.map((each) => each && `${each.model} ${each.version}`);

describe("comparedAnswers", () => {
  it("takes the model that answered for all, though another is surer of one", () => {
    const found = comparedAnswers([[answer("force", 5), answer("walk", 9)], [answer("walk", 9)]], "age");
    expect(models(found)).toEqual(["walk 1", "walk 1"]);
    expect(found).toMatchObject({ model: "walk", mixed: false });
  });

  it("takes the surest of several that did", () => {
    const both = [answer("walk", 9), answer("force", 5)];
    expect(comparedAnswers([both, both], "age").model).toBe("force");
  });

  it("keeps a column without an answer, and does not let it decide", () => {
    const found = comparedAnswers([[], [answer("walk", 9), answer("zones", 1, "1", "injury")]], "age");
    expect(models(found)).toEqual([null, "walk 1"]);
    expect(found.mixed).toBe(false);
    expect(comparedAnswers([[], []], "age")).toEqual({ answers: [null, null], model: null, mixed: false });
  });

  it("says where they come from different models or versions", () => {
    expect(comparedAnswers([[answer("force", 5)], [answer("walk", 9)]], "age").mixed).toBe(true);
    const versions = comparedAnswers([[answer("walk", 9)], [answer("walk", 9, "2")]], "age");
    expect(models(versions)).toEqual(["walk 1", "walk 2"]);
    expect(versions.mixed).toBe(true);
  });
});

describe("injuredShare", () => {
  const outcome = (healthyClass: string | null, classes: Record<string, number>): ClassificationOutcome => ({
    kind: "classification",
    reason: "complaint",
    healthyClass,
    crowned: null,
    classes: Object.entries(classes).map(([name, share]) => ({
      name,
      zone: name !== "healthy",
      probability: share,
      share,
      base: share / 2,
      beyondNoise: false,
    })),
  });

  it("is all that is not healthy, or the one class there is", () => {
    const found = injuredShare(outcome("healthy", { healthy: 0.6, knee: 0.3, hip: 0.1 }));
    expect(found?.share).toBeCloseTo(0.4);
    expect(found?.base).toBeCloseTo(0.7);
    expect(injuredShare(outcome(null, { injured: 0.4 }))).toEqual({ share: 0.4, base: 0.2 });
  });

  it("is unknown where classes without a healthy one may overlap", () => {
    expect(injuredShare(outcome(null, { knee: 0.4, hip: 0.4 }))).toBeNull();
  });
});
