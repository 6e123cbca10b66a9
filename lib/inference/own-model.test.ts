import { describe, expect, it } from "vitest";
import { predictRows } from "./predict";
import { openRegistry } from "./registry";
import { rowsOf } from "./rows";

// testing/own-model was trained by `npm run train -- --data … --target injured_joint --inputs speed,step_rate,contact_ratio,genu_valgum,lunge,sex
// --group athlete --name own-model` on the made-up table of models/training/tests/synthetic.py. Nothing else here knows of it.

const { models, refused } = await openRegistry("lib/inference/testing");
const [model] = models;
if (!model) throw new Error("the model is not served");

const person = {
  speed_left: 1.3,
  speed_right: 1.32,
  step_rate_left: 115,
  step_rate_right: 117,
  contact_ratio_left: 61,
  contact_ratio_right: 60,
  sex: "female",
};
const options = { reason: "complaint", explain: true } as const;

describe("a model trained on another table", () => {
  it("is served", () => {
    expect(refused).toEqual([]);
    expect(models.map(({ card }) => card.name)).toEqual(["own-model"]);
  });

  it("answers a row that has its columns, with reasons, tested or not", async () => {
    const tested = { ...person, genu_valgum_left: "present", genu_valgum_right: "absent", lunge_left: "absent", lunge_right: "absent" };
    const [all, required] = await predictRows(model, rowsOf([tested, person]), options);
    if (!all?.ok || !required?.ok || all.prediction.outcome.kind !== "classification") throw new Error("no answer");
    const { classes } = all.prediction.outcome;
    expect(classes.map(({ name }) => name)).toEqual(["healthy", "hip", "knee", "ankle", "foot"]);
    expect(classes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
    const codes = (answer: typeof all) => answer.prediction.reasons.map(({ code }) => code).sort();
    expect(codes(all)).toEqual(["contact_ratio", "genu_valgum", "lunge", "sex", "speed", "step_rate"]);
    expect(codes(required)).toEqual(["contact_ratio", "sex", "speed", "step_rate"]);
  });

  it("names what it lacks", async () => {
    const { contact_ratio_left: _, sex: __, ...less } = person;
    expect(await predictRows(model, rowsOf([less]), options)).toEqual([
      {
        ok: false,
        why: "missing",
        missing: [
          { code: "contact_ratio", columns: ["contact_ratio_left", "contact_ratio_right"] },
          { code: "sex", columns: ["sex"] },
        ],
      },
    ]);
  });
});
