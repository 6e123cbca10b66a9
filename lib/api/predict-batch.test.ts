import fc from "fast-check";
import { describe, expect, it } from "vitest";
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
