import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClassificationOutput } from "./card";
import { rebasing } from "./rebase";

const output = (classes: Record<string, { base: number; checkup: number }>): ClassificationOutput => {
  const shares = (key: "base" | "checkup") => Object.fromEntries(Object.entries(classes).map(([name, value]) => [name, value[key]]));
  const source = { en: "x", es: "x" };
  return {
    kind: "classification",
    classes: Object.keys(classes),
    healthyClass: null,
    zones: [],
    baseRates: shares("base"),
    priors: { complaint: { shares: shares("base"), source }, checkup: { shares: shares("checkup"), source } },
    noise: shares("base"),
    calibration: {},
  };
};

const three = output({ healthy: { base: 0.1, checkup: 0.8 }, knee: { base: 0.5, checkup: 0.1 }, foot: { base: 0.4, checkup: 0.1 } });
const injured = output({ injured: { base: 0.62, checkup: 0.2 } });
const probability = fc.double({ min: 0.001, max: 0.999, noNaN: true });

describe("rebase", () => {
  it("changes nothing where the prior is the training share", () => {
    expect(rebasing(three, "complaint")([0.2, 0.3, 0.5])).toEqual([0.2, 0.3, 0.5].map((value) => expect.closeTo(value, 12)));
    expect(rebasing(injured, "complaint")([0.7])).toEqual([expect.closeTo(0.7, 12)]);
  });

  it("gives the prior back to a person of whom the model knows nothing", () => {
    expect(rebasing(three, "checkup")([0.1, 0.5, 0.4])).toEqual([0.8, 0.1, 0.1].map((value) => expect.closeTo(value, 12)));
    expect(rebasing(injured, "checkup")([0.62])).toEqual([expect.closeTo(0.2, 12)]);
  });

  it("keeps shares that sum to one, and the order of who is likelier for a class", () => {
    fc.assert(
      fc.property(probability, probability, probability, (a, b, c) => {
        const total = a + b + c;
        const shares = rebasing(three, "checkup")([a / total, b / total, c / total]);
        expect(shares.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
      }),
    );
    fc.assert(
      fc.property(probability, probability, (one, other) => {
        // Below the precision of the shares two people are alike.
        fc.pre(one === other || Math.abs(one - other) > 1e-9);
        const [first = 0] = rebasing(injured, "checkup")([one]);
        const [second = 0] = rebasing(injured, "checkup")([other]);
        expect(Math.sign(first - second)).toBe(Math.sign(one - other));
      }),
    );
  });

  it("fails where a number is missing instead of taking another for it", () => {
    expect(() => rebasing({ ...three, baseRates: { healthy: 0.1, knee: 0.5 } }, "checkup")([0.2, 0.3, 0.5])).toThrow("foot");
    expect(() => rebasing(three, "checkup")([0.2, 0.8])).toThrow("no entry 2");
  });

  it("fails where the prior rules out all that the model holds possible", () => {
    const ruledOut = output({ healthy: { base: 0.5, checkup: 1 }, knee: { base: 0.5, checkup: 0 } });
    expect(() => rebasing(ruledOut, "checkup")([0, 1])).toThrow("cannot be re-based");
  });
});
