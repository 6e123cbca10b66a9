import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseNumber } from "./numbers";

describe("parseNumber", () => {
  it.each([
    ["1,35", 1.35],
    ["1.35", 1.35],
    ["  72 ", 72],
    ["+5", 5],
    ["-7,34", -7.34],
    ["−7.34", -7.34],
    ["- 3", -3],
    [",5", 0.5],
    ["0", 0],
    ["-0", 0],
    ["\u00a01,2\u00a0", 1.2],
    ["1,234", 1.234],
  ])("reads %j as %d", (text, value) => {
    expect(parseNumber(text)).toEqual({ ok: true, value });
  });

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ["abc", "not_a_number"],
    ["1e5", "not_a_number"],
    ["NaN", "not_a_number"],
    ["Infinity", "not_a_number"],
    ["0x10", "not_a_number"],
    ["-", "not_a_number"],
    [".", "not_a_number"],
    ["12 kg", "not_a_number"],
    ["--1", "not_a_number"],
    ["1.234,5", "thousands_separator"],
    ["1,234.5", "thousands_separator"],
    ["1.234.567", "thousands_separator"],
    ["1 234", "thousands_separator"],
    ["9".repeat(400), "not_a_number"],
  ])("refuses %j as %s", (text, error) => {
    expect(parseNumber(text)).toEqual({ ok: false, error });
  });

  it("reads back what any locale writes without grouping", () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => Number(value.toFixed(4)) + 0);
    fc.assert(
      fc.property(number, fc.constantFrom("en", "es", "de", "fr"), (value, locale) => {
        const text = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 4, signDisplay: "negative" }).format(value);
        expect(parseNumber(text)).toEqual({ ok: true, value });
      }),
    );
  });

  it("answers any text with a finite number or a reason", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."0123456789.,+-−e  ") })), (text) => {
        const parsed = parseNumber(text);
        expect(parsed.ok ? Number.isFinite(parsed.value) && /\d/.test(text) : parsed.error.length > 0).toBe(true);
      }),
    );
  });
});
