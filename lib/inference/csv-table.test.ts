import { describe, expect, it } from "vitest";
import { readTable, recordOf } from "./csv-table";

const rowsOf = (text: string) => {
  const table = readTable(text);
  if (!table.ok) throw new Error(table.error);
  return [table.value.header, ...table.value.rows];
};

describe("a table", () => {
  it.each([
    ["commas, the decimal comma quoted", 'a,b\n"1,35",2\n', ["1,35", "2"]],
    ["semicolons and decimal commas", "a;b\n1,35;2\n", ["1,35", "2"]],
    ["a comma inside a quoted name", '"a, in m";b\n1;2\n', ["1", "2"]],
    ["what a spreadsheet puts around it", "\uFEFF\r\n a , b \r\n 1 , 2 \r\n", ["1", "2"]],
  ])("is read with %s", (_, text, row) => {
    expect(rowsOf(text)[1]).toEqual(row);
  });

  it("keeps a blank line between rows and leaves out those after them", () => {
    expect(rowsOf("a\n1\n\n2\n\n \n")).toEqual([["a"], ["1"], [""], ["2"]]);
  });

  it.each(["", "\n", "a,b", "a,b\n"])("may hold no row: %j", (text) => {
    const table = readTable(text);
    expect(table).toMatchObject({ ok: true, value: { rows: [] } });
  });

  it("is refused where a name stands twice or a quote stays open", () => {
    expect(readTable("speed,sex,speed\n1,male,2\n")).toEqual({ ok: false, error: "the header names speed more than once" });
    expect(readTable("a,,\n1,,\n").ok).toBe(true);
    expect(readTable('a,b\n"1,2\n')).toMatchObject({ ok: false, error: expect.stringContaining("Quote Not Closed") });
  });
});

describe("a row", () => {
  it("must be as long as the header", () => {
    expect(recordOf(["a", "b"], ["1", "2"])).toEqual({ ok: true, value: { a: "1", b: "2" } });
    expect(recordOf(["a", "b"], ["1", "2", "3"])).toEqual({ ok: false, error: "has 3 cells where the header has 2" });
    expect(recordOf(["a", "b"], [""])).toEqual({ ok: false, error: "has 1 cell where the header has 2" });
  });
});
