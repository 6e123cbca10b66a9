import { describe, expect, it } from "vitest";
import { zones } from "./choices";
import { conditionFields, conditionsSchema, injury, locationsOf } from "./conditions";

const base = { protocol: "walk", reason: "complaint" };
const pathsOf = (input: object) => conditionsSchema.safeParse({ ...base, ...input }).error?.issues.map(({ path }) => path.join(".")) ?? [];

describe("conditions", () => {
  it("come from a form as text, blanks left out", () => {
    const form = { ...base, footwear: "socks", surface: "", inclinePercent: "1,5", pain: "3", painSince: "2024-01-31", device: null };
    expect(conditionsSchema.parse(form)).toEqual({ ...base, footwear: "socks", inclinePercent: 1.5, pain: 3, painSince: "2024-01-31" });
    expect(conditionsSchema.parse(base)).toEqual(base);
  });

  it.each([
    ["no protocol", { protocol: undefined }, "protocol"],
    ["pain beyond 10", { pain: 11 }, "pain"],
    ["half a point of pain", { pain: "2.5" }, "pain"],
    ["pain in words", { pain: "much" }, "pain"],
    ["a steeper incline", { inclinePercent: 21 }, "inclinePercent"],
    ["a day that is not", { painSince: "2024-02-30" }, "painSince"],
    ["a beginning of no pain", { pain: 0, painSince: "2024-02-01" }, "painSince"],
    ["unknown footwear", { footwear: "clogs" }, "footwear"],
    ["a location without a region", { injuryLocation: "plantar" }, "injuryLocation"],
    ["the sole of a knee", { injuryRegion: "knee", injuryLocation: "plantar" }, "injuryLocation"],
    ["the side of no injury", { injuryRegion: "none", injurySide: "left" }, "injurySide"],
  ])("refuse %s", (_what, input, path) => {
    expect(pathsOf(input)).toEqual([path]);
  });

  it("hold a complaint, or none, as the original's records do", () => {
    expect(pathsOf({ injuryRegion: "foot", injuryLocation: "plantar_proximal", injurySide: "bilateral" })).toEqual([]);
    expect(pathsOf({ injuryRegion: "leg", injuryLocation: "posterior", injurySide: "left" })).toEqual([]);
    expect(pathsOf({ injuryRegion: "none", injuryLocation: "unspecified", injurySide: "unspecified" })).toEqual([]);
  });

  it("know the zones of the body figure", () => {
    expect(Object.keys(injury.region.labels)).toEqual(["none", ...zones]);
    expect(locationsOf("back")).toContain("lumbar");
    expect(locationsOf("knee")).not.toContain("lumbar");
  });

  it("are offered in both languages", () => {
    const [en, es] = [conditionFields("en"), conditionFields("es")];
    expect(en.map(({ name }) => name)).toEqual(Object.keys(conditionsSchema.shape));
    expect(es.find(({ name }) => name === "footwear")?.options?.[0]).toEqual({ value: "barefoot", label: "Descalzo" });
    expect(structuredClone(es)).toEqual(es);
  });

  it("accept every option they offer", () => {
    for (const { name, options } of conditionFields("en")) {
      for (const { value } of options ?? []) {
        const region = name === "injuryLocation" && value === "lumbar" ? "back" : "foot";
        expect(pathsOf({ injuryRegion: region, [name]: value })).toEqual([]);
      }
    }
  });
});
