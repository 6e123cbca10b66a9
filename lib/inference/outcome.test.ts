import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerReader } from "./outcome";
import type { ClassificationOutcome } from "./prediction";
import type { Reason } from "./rebase";
import { card, zoneOutput } from "./testing/cards";

const baseRates = { healthy: 0.1, knee: 0.5, foot: 0.4 };
const checkup = { healthy: 0.8, knee: 0.11, foot: 0.09 };
const zones = card({ question: "injury", output: zoneOutput(baseRates, checkup, 0.05) });

function classified(probabilities: readonly number[], reason: Reason, of = zones): ClassificationOutcome {
  const outcome = answerReader(of, reason).outcome({ vector: probabilities, scale: null });
  if (outcome.kind !== "classification") throw new Error("no classification");
  return outcome;
}

const weight = fc.double({ min: 0.001, max: 1, noNaN: true });
const probabilities = fc.tuple(weight, weight, weight).map((weights) => {
  const total = weights.reduce((sum, value) => sum + value, 0);
  return weights.map((value) => value / total);
});

describe("a crowned zone", () => {
  it("has a share above its base, for whatever reason the person came", () => {
    fc.assert(
      fc.property(probabilities, fc.constantFrom<Reason>("complaint", "checkup"), (answer, reason) => {
        const { classes, crowned } = classified(answer, reason);
        for (const entry of classes) if (entry.beyondNoise) expect(entry.share).toBeGreaterThan(entry.base);
        const leader = classes.find(({ name }) => name === crowned);
        if (leader) expect(leader.share).toBeGreaterThan(leader.base);
      }),
    );
  });

  it("is none where the share falls below the prior's although the probability rose beyond noise", () => {
    const { classes, crowned } = classified([0.25, 0.57, 0.18], "checkup");
    expect(classes[1]).toMatchObject({ name: "knee", beyondNoise: false });
    expect(crowned).toBeNull();
  });

  it("is none within noise, and the one that rose most beyond it", () => {
    expect(classified([0.06, 0.54, 0.4], "complaint").crowned).toBeNull();
    expect(classified([0.04, 0.56, 0.4], "complaint").crowned).toBe("knee");
    expect(classified([0.02, 0.08, 0.9], "checkup").crowned).toBe("foot");
  });
});

describe("an outcome", () => {
  it("fails where the card or the answer lacks a number", () => {
    const output = zoneOutput(baseRates, checkup);
    const { foot: _, ...noise } = output.noise;
    expect(() => classified([0.2, 0.3, 0.5], "complaint", card({ output: { ...output, noise } }))).toThrow("foot");
    expect(() => answerReader(card({}), "complaint").outcome({ vector: [], scale: null })).toThrow("no entry 0");
  });

  it("fails where the interval is scaled and the model gave no scale", () => {
    const interval = { level: 0.8, method: "x", halfWidth: 2, scaled: true };
    const reader = answerReader(card({ output: { kind: "regression", unit: "years", interval, fit: [] } }), "complaint");
    expect(reader.outcome({ vector: [40], scale: 3 })).toMatchObject({ lower: 34, upper: 46 });
    expect(() => reader.outcome({ vector: [40], scale: null })).toThrow("no scale");
  });
});
