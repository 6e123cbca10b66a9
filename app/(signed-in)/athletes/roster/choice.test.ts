import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rosterSorts, usualDirection } from "@/lib/data/roster";
import { ageBands } from "@/lib/measurements/age-bands";
import { zones } from "@/lib/measurements/choices";
import { noFilters, parseRosterChoice, type RosterChoice, resorted, rosterAddress } from "./choice";

const parse = (address: string) => parseRosterChoice(Object.fromEntries(new URL(address, "http://localhost").searchParams));

const choiceArbitrary: fc.Arbitrary<RosterChoice> = fc.record({
  team: fc.option(fc.uuid(), { nil: null }),
  sort: fc.constantFrom(...rosterSorts),
  direction: fc.constantFrom("up", "down"),
  filters: fc.record({
    sex: fc.constantFrom(null, "female", "male"),
    ageBand: fc.constantFrom(null, ...ageBands.map(({ key }) => key)),
    zone: fc.constantFrom(null, ...zones),
    overdue: fc.boolean(),
    flagged: fc.boolean(),
  }),
  after: fc.option(fc.uuid(), { nil: undefined }),
});

describe("the address of a roster", () => {
  it("says all of a choice", () => {
    fc.assert(
      fc.property(choiceArbitrary, (choice) => {
        expect(parse(rosterAddress(choice, { after: choice.after }))).toEqual(choice);
      }),
    );
  });

  it("begins at the first page whatever else changes", () => {
    fc.assert(
      fc.property(choiceArbitrary, (choice) => {
        expect(parse(rosterAddress(choice, { filters: noFilters })).after).toBeUndefined();
      }),
    );
  });

  it("may say anything", () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("team", "sort", "dir", "sex", "age", "zone", "overdue", "flagged", "after"), value),
        (anything) => {
          expect(rosterSorts).toContain(parseRosterChoice(anything).sort);
        },
      ),
    );
  });
});

it("turns an order round where it is the present one", () => {
  const choice = parse("/athletes");
  expect(choice).toMatchObject({ sort: "last", direction: "down" });
  expect(resorted(choice, "last")).toEqual({ sort: "last", direction: "up" });
  expect(resorted(choice, "name")).toEqual({ sort: "name", direction: usualDirection.name });
});
