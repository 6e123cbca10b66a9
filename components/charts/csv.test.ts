import { describe, expect, it } from "vitest";
import { toCsv } from "./csv";

describe("toCsv", () => {
  it("writes values, not their words, and quotes what needs it", () => {
    const csv = toCsv({
      columns: ["Medida", "Valor"],
      rows: [
        { id: "a", cells: ["Velocidad, media", { text: "1,21 m/s", value: 1.21 }] },
        { id: "b", cells: ['la "otra"', { text: "–", value: null }] },
      ],
    });
    expect(csv).toBe('Medida,Valor\r\n"Velocidad, media",1.21\r\n"la ""otra""",\r\n');
  });

  it("keeps a spreadsheet from running a name as a formula, but not from reading a negative number", () => {
    expect(toCsv({ columns: ["n", "v"], rows: [{ id: "x", cells: ["=1+1", { text: "−2", value: -2 }] }] })).toBe("n,v\r\n'=1+1,-2\r\n");
  });

  it("carries what the numbers were drawn from in every row", () => {
    const table = {
      columns: ["n"],
      rows: [
        { id: "x", cells: ["a"] },
        { id: "y", cells: ["b"] },
      ],
    };
    expect(toCsv(table, { label: "Filters", value: "knee, women" })).toBe('n,Filters\r\na,"knee, women"\r\nb,"knee, women"\r\n');
  });
});
