import { Download } from "lucide-react";
import { csvAddress } from "../charts/csv";
import { downloadLink } from "../charts/download-link";
import type { ChartTable } from "../charts/types";
import { DataTable } from "../ui/data-table";

export type NormsTableProps = {
  caption: string;
  table: ChartTable;
  context: { label: string; value: string };
  fileName: string;
  downloadLabel: string;
};

/** What was measured here beside what has been published, with exactly that to download. */
export function NormsTable({ caption, table, context, fileName, downloadLabel }: NormsTableProps) {
  return (
    <div className="grid min-w-0 gap-2">
      <DataTable
        dense
        narrow="cards"
        caption={caption}
        columns={table.columns.map((label, index) => ({
          key: String(index),
          label,
          align: index === 0 || index === table.prose ? "start" : "end",
          wrap: index === table.prose,
        }))}
        rows={table.rows.map((row) => ({
          id: row.id,
          cells: Object.fromEntries(row.cells.map((cell, index) => [String(index), typeof cell === "string" ? cell : cell.text])),
        }))}
      />
      <a href={csvAddress(table, context)} download={`${fileName}.csv`} className={downloadLink}>
        <Download aria-hidden="true" className="size-4" />
        {downloadLabel}
      </a>
    </div>
  );
}
