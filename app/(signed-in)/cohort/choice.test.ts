import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cohortZones } from "@/lib/data/cohort";
import { ageBands } from "@/lib/measurements/age-bands";
import { addressOf, type Choice, chooseMetrics, filtersOf, parseChoice, scopeOf, views } from "./choice";

const parametersOf = (address: string) => {
  const parameters = new URL(address, "https://example.org").searchParams;
  return Object.fromEntries(
    [...new Set(parameters.keys())]
      .map((name) => [name, parameters.getAll(name)])
      .map(([name, all]) => [name, (all as string[]).length === 1 ? all?.[0] : all]),
  );
};

const days = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2050-01-01"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const bounds = <Value extends string | number>(arbitrary: fc.Arbitrary<Value>) =>
  fc
    .tuple(fc.option(arbitrary), fc.option(arbitrary))
    .map(([one, other]) => (one !== null && other !== null && one > other ? { from: other, to: one } : { from: one, to: other }));
const code = fc.constantFrom("speed", "step_rate", "fpi_total");
const choices: fc.Arbitrary<Choice> = fc.record({
  view: fc.constantFrom(...views),
  team: fc.option(fc.oneof(fc.constantFrom("all", "everyone"), fc.uuid())),
  protocol: fc.option(fc.constantFrom("walk", "run")),
  zones: fc.subarray([...cohortZones]),
  sex: fc.option(fc.constantFrom("female", "male")),
  ageBands: fc.subarray(ageBands.map(({ key }) => key)),
  weight: bounds(fc.integer({ min: 30, max: 300 })),
  dates: bounds(days),
  x: fc.option(code),
  y: fc.option(code),
  colour: fc.constantFrom("zone", "sex"),
  by: fc.constantFrom("zone", "sex", "age"),
  metrics: fc.subarray(["speed", "step_rate", "fpi_total"]),
});

describe("the address of a choice", () => {
  it("is read back as the same choice", () => {
    fc.assert(
      fc.property(choices, (choice) => {
        expect(parseChoice(parametersOf(addressOf(choice)))).toEqual(choice);
      }),
    );
  });

  it("may hold anything at all: what is unknown falls back", () => {
    const values = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
    const names = [
      "view",
      "team",
      "protocol",
      "zone",
      "sex",
      "age",
      "weightFrom",
      "weightTo",
      "mass",
      "from",
      "to",
      "x",
      "y",
      "colour",
      "by",
      "metric",
    ];
    fc.assert(
      fc.property(fc.record(Object.fromEntries(names.map((name) => [name, values]))), (parameters) => {
        const choice = parseChoice(parameters);
        expect(views).toContain(choice.view);
        expect(choice.zones.every((zone) => cohortZones.includes(zone))).toBe(true);
        expect(parseChoice(parametersOf(addressOf(choice)))).toEqual(choice);
      }),
    );
    expect(parseChoice(null)).toEqual(parseChoice({}));
  });

  it("keeps what is known beside what is not", () => {
    expect(parseChoice({ zone: ["knee", "hand"], age: ["30-39", "31-38"], view: "pie" })).toMatchObject({
      zones: ["knee"],
      ageBands: ["30-39"],
      view: "scatter",
    });
  });

  it("reads a weight in its unit, with a comma, and turns bounds the wrong way round", () => {
    expect(parseChoice({ weightFrom: "82,5", weightTo: "60" }).weight).toEqual({ from: 60, to: 82.5 });
    expect(parseChoice({ weightFrom: "150", mass: "lb" }).weight.from).toBeCloseTo(68.04, 2);
    expect(parseChoice({ weightFrom: "150 lb" }).weight.from).toBeCloseTo(68.04, 2);
    expect(parseChoice({ weightFrom: "5", weightTo: "heavy" }).weight).toEqual({ from: null, to: null });
    expect(parseChoice({ from: "2026-03-01", to: "2026-02-30" }).dates).toEqual({ from: "2026-03-01", to: null });
    expect(parseChoice({ from: "0000-01-01", to: "0000-12-31" }).dates).toEqual({ from: null, to: null });
  });
});

describe("whose numbers", () => {
  const [one, two] = [{ id: "0190f0d4-0000-7000-8000-000000000001" }, { id: "0190f0d4-0000-7000-8000-000000000002" }];

  it("are those of the one team, of all, or of everyone", () => {
    expect(scopeOf(null, [])).toEqual({ kind: "everyone" });
    expect(scopeOf(null, [one])).toEqual({ kind: "team", teamId: one.id });
    expect(scopeOf(null, [one, two])).toEqual({ kind: "teams" });
    expect(scopeOf("everyone", [one])).toEqual({ kind: "everyone" });
    expect(scopeOf("all", [one])).toEqual({ kind: "teams" });
    expect(scopeOf("all", [])).toEqual({ kind: "everyone" });
  });

  it("are of no team that is not the viewer's", () => {
    expect(scopeOf(two.id, [one])).toBe("not found");
    expect(scopeOf(two.id, [])).toBe("not found");
    expect(scopeOf(two.id, [one, two])).toEqual({ kind: "team", teamId: two.id });
  });

  it("of everyone are filtered by sex and age alone", () => {
    fc.assert(
      fc.property(choices, (choice) => {
        const filters = filtersOf(choice, "walk", { kind: "everyone" });
        expect(filters).toMatchObject({ zones: [], weight: { from: null, to: null }, dates: { from: null, to: null } });
        expect(filters).toMatchObject({ sex: choice.sex, ageBands: choice.ageBands });
        expect(filtersOf(choice, "walk", { kind: "teams" })).toMatchObject({ zones: choice.zones, weight: choice.weight });
      }),
    );
  });
});

describe("the metrics drawn", () => {
  const having = (codes: readonly string[], people = 30) => codes.map((code) => ({ code, people }));

  it("are correlated where enough people have them", () => {
    const measured = [...having(["bmi", "speed", "step_rate"]), ...having(["shock", "stride_length"], 10)];
    expect(chooseMetrics(parseChoice({}), "walk", measured)?.metrics).toEqual(["bmi", "speed", "step_rate"]);
    expect(chooseMetrics(parseChoice({ metric: ["shock", "speed"] }), "walk", measured)?.metrics).toEqual(["speed", "shock"]);
  });

  it("are among those offered, and two different ones where there are two", () => {
    const offered = fc.subarray(["speed", "stride_length", "bmi", "step_rate", "fpi_total"]);
    fc.assert(
      fc.property(choices, offered, (choice, codes) => {
        const chosen = chooseMetrics(choice, "walk", having(codes));
        if (codes.length === 0) expect(chosen).toBeNull();
        else {
          expect([chosen?.x, chosen?.y, ...(chosen?.metrics ?? [])].every((each) => codes.includes(each ?? ""))).toBe(true);
          if (codes.length > 1) expect(chosen?.x).not.toBe(chosen?.y);
          if (choice.x !== null && codes.includes(choice.x)) expect(chosen?.x).toBe(choice.x);
        }
      }),
    );
  });

  it("are what is usually looked at where none is asked for", () => {
    expect(chooseMetrics(parseChoice({}), "walk", having(["bmi", "step_rate", "speed"]))).toMatchObject({ x: "speed", y: "step_rate" });
  });
});
