import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { DataTable, type DataTableColumn } from "./data-table";

const columnsOf = (count: number): DataTableColumn[] =>
  Array.from({ length: count }, (_, index) => ({ key: String(index), label: `Column ${index}` }));
const drawn = (columns: readonly DataTableColumn[]) =>
  renderToStaticMarkup(<DataTable caption="Numbers" columns={columns} rows={[{ id: "a", cells: { 0: "0", 1: "1", 2: "2", 3: "3" } }]} />);
const labels = (markup: string) => [...markup.matchAll(/class="data-label">([^<]*)</g)].map(([, label]) => label);

it("keeps its columns on a phone while they have room", () => {
  expect(drawn(columnsOf(3))).not.toContain("data-table-cards");
});

it("becomes cards on a phone that say what each value is, where it has more columns or sentences", () => {
  const wide = drawn(columnsOf(4));
  expect(wide).toContain('role="rowheader"');
  expect(labels(wide)).toEqual(["Column 1", "Column 2", "Column 3"]);
  expect(
    drawn([
      { key: "0", label: "Name" },
      { key: "1", label: "What it means", wrap: true },
    ]),
  ).toContain("data-table-cards");
});

it("says what a card's heading is where that is a number", () => {
  const [first, ...others] = columnsOf(4);
  expect(labels(drawn([{ key: "0", label: "", ...first, labelled: true }, ...others]))[0]).toBe("Column 0");
});
