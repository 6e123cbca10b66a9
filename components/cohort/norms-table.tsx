import { ChartDataTable } from "../charts/chart-data-table";
import { CsvLink } from "../charts/csv-link";
import type { ChartTable } from "../charts/types";

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
      <ChartDataTable table={table} caption={caption} />
      <CsvLink table={table} text={{ context, fileName, downloadLabel }} />
    </div>
  );
}
