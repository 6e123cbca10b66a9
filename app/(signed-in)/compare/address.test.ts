import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareHref, parseAddress } from "./address";

const [one, two, three] = ["01a", "02b", "03c"];

describe("parseAddress", () => {
  it("takes ids joined by commas and as repeated parameters, each once and in order", () => {
    expect(parseAddress({ athletes: `${two},${one}` }).athletes).toEqual([two, one]);
    expect(parseAddress({ athletes: [two, `${one},${three}`, two, ""] }).athletes).toEqual([two, one, three]);
    expect(parseAddress({}).athletes).toEqual([]);
  });

  it("drops what it does not know", () => {
    const parsed = parseAddress({ protocol: "swim", reference: ["team"], metric: "name", assessments: one });
    expect(parsed).toEqual({ athletes: [], assessments: [one] });
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))), (given) => void parseAddress(given)));
  });
});

describe("compareHref", () => {
  const address = parseAddress({ athletes: [one, two], protocol: "run", reference: "band", team: three, metric: "speed", after: one });

  it("says what it was read from, but for the page of people", () => {
    const query = Object.fromEntries(new URL(compareHref(address), "http://localhost").searchParams);
    expect(parseAddress(query)).toEqual({ ...address, after: undefined });
  });

  it("changes and takes away", () => {
    expect(compareHref(address, { metric: "step_rate", protocol: undefined, team: undefined }, "#metric")).toBe(
      `/compare?athletes=${one},${two}&reference=band&metric=step_rate#metric`,
    );
    expect(compareHref(parseAddress({}))).toBe("/compare");
  });
});
