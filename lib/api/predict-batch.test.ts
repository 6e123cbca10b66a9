import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { card, fakeModel } from "@/lib/inference/testing/cards";
import { rowIn } from "./columns";
import { measurementProblems } from "./measurement-problems";
import { predictBatch } from "./predict-batch";
import { check } from "./validate";

const name = fc.oneof(
  fc.constantFrom("age_years", "sex", "speed", "step_rate", "contact_time_left", "contact_time", "bmi", "pain", "affected_zone"),
  fc.constantFrom("height_cm", "weight_kg", "knee_valgus_left", "constructor", "__proto__", "toString", "nothing"),
);
const value = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, "", " ", "1.2", "female", " Female ", "present", "PRESENT", true, {}, [], Number.NaN),
  fc.double({ min: -10, max: 250, noNaN: true }),
);

afterEach(() => {
  globalThis.marchaModels = undefined;
});

describe("a row", () => {
  it("is refused exactly where its schema or the dictionary refuses it, however it is read", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 5 }), async (entries) => {
        const row = Object.fromEntries(entries);
        const [result] = await predictBatch({ protocol: "walk", reason: "complaint", explain: false, rows: [row] });
        const refused = !check(rowIn, row).ok || measurementProblems(row, "walk", []).length > 0;
        expect(Boolean(result?.errors)).toBe(refused);
      }),
      { numRuns: 500 },
    );
  });

  it.each([null, 3, "row", [], [1]])("that is no object is refused: %j", async (row) => {
    const [result] = await predictBatch({ protocol: "walk", reason: "complaint", explain: false, rows: [row] });
    expect(result?.errors?.length).toBeGreaterThan(0);
    expect(result?.predictions).toEqual([]);
  });
});

it.each([1, 2])("a model that fails does not take the others with it, in their order, of %i rows", async (count) => {
  const failing = { ...fakeModel(card({ name: "failing" }), () => []), run: () => Promise.reject(new Error("no")) };
  const [first, last] = [fakeModel(card({ name: "first" }), () => [40]), fakeModel(card({ name: "last" }), () => [50])];
  globalThis.marchaModels = Promise.resolve({ models: [first, failing, last], refused: [] });
  const rows = Array.from({ length: count }, () => ({ speed: 1.3 }));
  const results = await predictBatch({ protocol: "walk", reason: "complaint", explain: false, rows });
  expect(results.map(({ predictions }) => predictions.map(({ model }) => model))).toEqual(rows.map(() => ["first", "last"]));
});
