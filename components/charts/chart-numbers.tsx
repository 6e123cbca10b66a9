import type { ReactNode } from "react";
import { ChartDataTable } from "./chart-data-table";
import { CsvLink } from "./csv-link";
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
      <ChartDataTable
        table={cut ? { ...table, rows: table.rows.slice(0, cut.rows) } : table}
        caption={text.title}
        hideCaption
        label={`${text.title}: ${text.tableLabel}`}
      />
      {cut && <p className="text-muted text-sm">{cut.note}</p>}
      <div className="no-print flex flex-wrap gap-x-6">
        {csv ?? <CsvLink text={text} table={table} />}
        {text.imageLabel && <ImageLinks title={text.title} fileName={text.fileName} labels={text.imageLabel} />}
      </div>
    </div>
  );
}
