import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvLine } from "./csv-line";
import { detectFormat, readRows } from "./format";
import { inert, live } from "./inert";
import { fileOf, listOf } from "./testing";

const hostile = (...more: string[]) => fc.string({ unit: fc.constantFrom(..."=+-@＝＋－＠'\"; \t,.a1", ...more), maxLength: 30 });

/** The cells a spreadsheet would see that parts at this sign, and knows a quote only where its own cell begins. */
const cellsSeen = (line: string, delimiter: string): string[] => {
  const cells = [""];
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const [sign = "", cell = ""] = [line[at], cells.at(-1)];
    const doubled = quoted && sign === '"' && line[at + 1] === '"';
    if (doubled) at++;
    if (sign === '"' && !doubled && (quoted || cell === "")) quoted = !quoted;
    else if (!quoted && [delimiter, "\r", "\n"].includes(sign)) cells.push("");
    else cells[cells.length - 1] = cell + sign;
  }
  return cells;
};
const begins = /^["\s]*[=+\-@＝＋－＠]/;

describe("a cell that begins like a formula", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["＝1+1", "'＝1+1"],
    ["x;=cmd|'/c calc'!A0;", "x;'=cmd|'/c calc'!A0;"],
    ["x\t+1+1", "x\t'+1+1"],
    ["well\n-1+1", "well\n'-1+1"],
    ['x; "=1+1', "x;' \"=1+1"],
    ["'=1+1", "''=1+1"],
  ])("%j is written as %j", (cell, written) => {
    expect(inert(cell)).toBe(written);
    expect(live(written)).toBe(cell);
  });

  test.each(["-1.5", "+3", "12", "a-b", "5'11\"", "'tis", "Ana; Eva"])("%j stays as it is", (cell) => {
    expect(inert(cell)).toBe(cell);
  });
});

test("no text begins a formula, at whichever sign the spreadsheet parts the line", () => {
  fc.assert(
    fc.property(fc.array(hostile("\n", "\r"), { minLength: 1 }), (texts) => {
      const line = csvLine(["athlete", ...texts.map((each) => `${each}x`)]);
      for (const delimiter of [",", ";", "\t"]) for (const cell of cellsSeen(line, delimiter)) expect(cell).not.toMatch(begins);
    }),
    { numRuns: 1_000 },
  );
});

test("what is written is read as the very same text", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(hostile("\n"), hostile("\n")), { minLength: 1 }), async (texts) => {
      const rows = texts.map((cells) => ["Ana", ...cells.map((cell) => cell.trim()), "end"]);
      const source = fileOf([["name", "one", "other", "last"], ...rows].map(csvLine).join(""), 16);
      const format = await detectFormat(source);
      expect(format.ok && (await listOf(readRows(source, format.value))).map(({ cells }) => cells)).toEqual(rows);
    }),
    { numRuns: 1_000 },
  );
});

test("any text at all comes back", () => {
  const any = fc.oneof(hostile("\n", "\r"), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(any, (text) => {
      expect(live(inert(text))).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});
