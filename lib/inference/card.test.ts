import { describe, expect, it } from "vitest";
import { type Card, type ClassificationOutput, cardSchema } from "./card";
import { card, feature, zoneOutput } from "./testing/cards";

const output = zoneOutput({ healthy: 0.1, knee: 0.5, foot: 0.4 }, { healthy: 0.8, knee: 0.11, foot: 0.09 });
const zones = (changes: Partial<ClassificationOutput>): Card => card({ question: "injury", output: { ...output, ...changes } });
const shares = (changes: Record<string, number>) => ({ shares: changes, source: { en: "x", es: "x" } });
const prior = (complaint: Record<string, number>, checkup: Record<string, number> = output.priors.checkup.shares) => ({
  complaint: shares(complaint),
  checkup: shares(checkup),
});

function issues(subject: Card): string[] {
  const parsed = cardSchema.safeParse(subject);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

describe("a card", () => {
  it("may be of one class, whose complement is implied", () => {
    expect(issues(zones({}))).toEqual([]);
    expect(issues(card({ output: { ...zoneOutput({ injured: 0.67 }, { injured: 0.2 }), healthyClass: null, zones: [] } }))).toEqual([]);
  });

  it.each<[string, Partial<ClassificationOutput>, string]>([
    ["noise", { noise: { healthy: 0.1, knee: 0.1 } }, "output.noise: lacks foot"],
    ["a training share", { baseRates: { healthy: 0.5, knee: 0.5 } }, "output.baseRates: lacks foot"],
    ["a share of who complains", { priors: prior({ healthy: 0.5, knee: 0.5 }) }, "output.priors.complaint.shares: lacks foot"],
    [
      "a share of who comes for a check",
      { priors: prior(output.baseRates, { healthy: 0.9, knee: 0.1 }) },
      "output.priors.checkup.shares: lacks foot",
    ],
  ])("needs %s for every class", (_, changes, issue) => {
    expect(issues(zones(changes))).toContain(issue);
  });

  it.each<[string, Partial<ClassificationOutput>, string]>([
    ["zone", { zones: ["knee", "hand"] }, "output.zones.hand: not a class"],
    ["calibration", { calibration: { hand: [] } }, "output.calibration.hand: not a class"],
    ["healthy class", { healthyClass: "well" }, "output.healthyClass.well: not a class"],
    ["noise", { noise: { ...output.noise, hand: 0.1 } }, "output.noise.hand: not a class"],
  ])("knows no other %s than its classes", (_, changes, issue) => {
    expect(issues(zones(changes))).toEqual([issue]);
  });

  it("names each class once", () => {
    expect(issues(zones({ classes: ["healthy", "knee", "foot", "knee"] }))).toContain("output.classes: names a class twice");
  });

  it("has shares that sum to 1, up to rounding", () => {
    expect(issues(zones({ priors: prior({ healthy: 0.105, knee: 0.5, foot: 0.4 }) }))).toEqual([]);
    expect(issues(zones({ priors: prior({ healthy: 0.2, knee: 0.5, foot: 0.4 }) }))).toEqual([
      "output.priors.complaint.shares: sums to 1.100, not to 1",
    ]);
    expect(issues(zones({ baseRates: { healthy: 0.1, knee: 0.5, foot: 0.3 } }))).toEqual(["output.baseRates: sums to 0.900, not to 1"]);
  });

  it("has learned from somebody of each class", () => {
    expect(issues(zones({ baseRates: { healthy: 0, knee: 0.6, foot: 0.4 } }))).toEqual([
      "output.baseRates.healthy: is not between 0 and 1",
    ]);
  });

  it.each([{ p05: 0.5 }, { median: 0.8 }, { p95: 1.1 }, { max: 1.4 }])("has a feature's limits in order, not with %o", (changes) => {
    expect(issues(card({ features: [feature(changes)] }))).toEqual(["features.0: min, p05, median, p95 and max are not in order"]);
  });
});
