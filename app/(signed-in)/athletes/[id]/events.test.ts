import { describe, expect, it } from "vitest";
import { shortened } from "./events";

describe("a note beneath a chart", () => {
  it("is its first line, cut at a word where it is long", () => {
    expect(shortened("Back from holiday\nmore")).toBe("Back from holiday");
    const long = shortened(`${"word ".repeat(30)}end`);
    expect(long).toMatch(/^(word )+word…$/);
    expect(long.length).toBeLessThanOrEqual(61);
    expect(shortened("x".repeat(100))).toHaveLength(31);
  });
});
