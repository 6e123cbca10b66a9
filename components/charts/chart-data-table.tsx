import { DataTable, type DataTableProps } from "../ui/data-table";
import type { ChartTable } from "./types";

export type ChartDataTableProps = { table: ChartTable } & Omit<DataTableProps, "columns" | "rows">;

/** A picture's table: numbers at the end of their column, sentences may wrap. */
export function ChartDataTable({ table, ...props }: ChartDataTableProps) {
  return (
    <DataTable
      dense
      {...props}
      columns={table.columns.map((label, index) => ({
        key: String(index),
        label,
        align: index === 0 || index === table.prose ? "start" : "end",
        wrap: index === table.prose,
        labelled: index === 0 && table.rows.some(({ cells: [first] }) => typeof first === "object"),
      }))}
      rows={table.rows.map((row) => ({
        id: row.id,
        cells: Object.fromEntries(row.cells.map((cell, index) => [String(index), typeof cell === "string" ? cell : cell.text])),
      }))}
    />
  );
}
