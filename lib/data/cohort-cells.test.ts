import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ageBands } from "@/lib/measurements/age-bands";
import { shownCells } from "./cohort-cells";
import type { Cohort, CohortFilters, CohortScope } from "./cohort-people";
import { allWalkers } from "./testing";

const bands = ageBands.map(({ key }) => key);
const sex = fc.constantFrom("female" as const, "male" as const);
/** A person, as a row of their own. */
const person = fc
  .record({ sex, band: fc.option(fc.constantFrom(...bands.slice(0, 3))), stranger: fc.boolean() })
  .map(({ stranger, ...cell }) => ({ ...cell, people: 1, strangers: stranger ? 1 : 0 }));
const people = fc.array(person, { maxLength: 80 });
const filters = fc.record({ sex: fc.option(sex), ageBands: fc.subarray(bands.slice(0, 3)) });
const division = fc.constantFrom(null, "sex" as const, "age" as const, "zone" as const, "values" as const);

const of = (scope: CohortScope, some: Partial<CohortFilters>): Cohort => ({ scope, filters: { ...allWalkers, ...some } });

describe("the cells of a cohort that are shown", () => {
  it("let nobody of everyone be found by the difference of two answers", () => {
    fc.assert(
      fc.property(people, filters, division, filters, division, (rows, one, oneDivision, other, otherDivision) => {
        const everyone = (some: Partial<CohortFilters>, by: typeof oneDivision) => shownCells(of({ kind: "everyone" }, some), by, rows);
        const [shown, less] = [everyone(one, oneDivision), new Set(everyone(other, otherDivision))];
        for (const each of [shown, shown.filter((row) => !less.has(row))]) {
          const strangers = each.filter((row) => row.strangers > 0).length;
          expect(strangers === 0 || strangers >= 5).toBe(true);
        }
      }),
    );
  });

  it("are all of people whom the viewer may look up, and the same while nothing changes", () => {
    fc.assert(
      fc.property(people, filters, division, (rows, some, by) => {
        expect(shownCells(of({ kind: "teams" }, some), by, rows)).toBe(rows);
      }),
    );
  });
});
