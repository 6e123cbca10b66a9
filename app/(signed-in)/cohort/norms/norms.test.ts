import { describe, expect, it } from "vitest";
import { normCells, publishedFor } from "./cells";
import { normsAddress, normsScope, parseNormsChoice } from "./choice";

const id = "0190f0d4-0000-7000-8000-000000000001";

describe("the norms' address", () => {
  it("is read back", () => {
    const choice = { team: id, protocol: "run", code: "step_rate" } as const;
    const parameters = Object.fromEntries(new URL(normsAddress(choice), "https://example.org").searchParams);
    expect(parseNormsChoice(parameters)).toEqual(choice);
    expect(parseNormsChoice({ team: "mine", protocol: ["walk"], metric: 3 })).toEqual({ team: null, protocol: null, code: null });
  });

  it("leads to the viewer's teams or everyone", () => {
    expect(normsScope(null, [])).toEqual({ kind: "everyone" });
    expect(normsScope(null, [{ id }])).toEqual({ kind: "team", teamId: id });
    expect(normsScope("everyone", [{ id }])).toEqual({ kind: "everyone" });
    expect(normsScope(id, [])).toBe("not found");
  });
});

describe("published norms", () => {
  it("stand beside people of their sex and ages", () => {
    const cell = normCells.find(({ sex, ageBand }) => sex === "female" && ageBand === "30-39");
    const norms = cell ? publishedFor(cell, "speed", "walk") : [];
    expect(norms.length).toBeGreaterThan(0);
    for (const { sex, band } of norms) {
      expect(sex).toBe("female");
      expect(band.from <= 39 && band.to >= 30).toBe(true);
    }
  });

  it("are none for all ages together, nor for another protocol", () => {
    expect(publishedFor({ sex: "female" }, "speed", "walk")).toEqual([]);
    expect(publishedFor({ sex: "female", ageBand: "30-39" }, "speed", "run")).toEqual([]);
  });
});
