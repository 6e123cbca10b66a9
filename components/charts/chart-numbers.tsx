import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { DataTable } from "../ui/data-table";
import { csvAddress } from "./csv";
import { downloadLink } from "./download-link";
import { ImageLinks } from "./export/image-links";
import type { ChartTable, ChartText } from "./types";

export type ChartNumbersProps = {
  text: ChartText;
  table: ChartTable;
  /** Where the table holds more rows than a page should: how many it shows, and the sentence that says so. */
  cut?: { rows: number; note: string };
  /** Takes the place of the link to the CSV. */
  csv?: ReactNode;
};

/** A picture's numbers as a table, and what may be taken away of both. */
export function ChartNumbers({ text, table, cut, csv }: ChartNumbersProps) {
  return (
    <div className="grid gap-2">
      <NumbersTable text={text} table={cut ? { ...table, rows: table.rows.slice(0, cut.rows) } : table} />
      {cut && <p className="text-muted text-sm">{cut.note}</p>}
      <div className="no-print flex flex-wrap gap-x-6">
        {csv ?? <CsvLink text={text} table={table} />}
        {text.imageLabel && <ImageLinks title={text.title} fileName={text.fileName} labels={text.imageLabel} />}
      </div>
    </div>
  );
}

export function CsvLink({ text, table }: Pick<ChartNumbersProps, "text" | "table">) {
  return (
    <a href={csvAddress(table, text.context)} download={`${text.fileName}.csv`} className={downloadLink}>
      <Download aria-hidden="true" className="size-4" />
      {text.downloadLabel}
    </a>
  );
}

function NumbersTable({ text, table }: { text: ChartText; table: ChartTable }) {
  return (
    <DataTable
      dense
      hideCaption
      narrow={table.prose === undefined ? "scroll" : "cards"}
      caption={text.title}
      label={`${text.title}: ${text.tableLabel}`}
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
  );
}
