import { Download } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cn } from "../ui/cn";
import { DataTable } from "../ui/data-table";
import { Disclosure } from "../ui/disclosure";
import { csvAddress } from "./csv";
import { downloadLink } from "./download-link";
import { ImageLinks } from "./export/image-links";
import type { ChartTable, ChartText } from "./types";

export type ChartFrameProps = {
  text: ChartText;
  table: ChartTable;
  /** True where the picture holds links or buttons of its own. */
  interactive?: boolean;
  /** Said in place of the picture where there is nothing to draw. */
  empty?: string;
  /** Where the table holds more rows than a page should: how many it shows, and the sentence that says so. */
  cut?: { rows: number; note: string };
  /** Takes the place of the link to the CSV. */
  csv?: ReactNode;
  className?: string;
  children?: ReactNode;
};

/** What all charts share: title, picture with its description, and the table behind it one tap away. */
export function ChartFrame({ text, table, interactive = false, empty, cut, csv, className, children }: ChartFrameProps) {
  const id = useId();
  const picture = interactive ? {} : ({ role: "img", "aria-labelledby": `${id}-title ${id}-description` } as const);
  const isEmpty = empty !== undefined;
  return (
    <figure
      aria-labelledby={`${id}-title`}
      aria-describedby={interactive && !isEmpty ? `${id}-description` : undefined}
      className={cn("grid min-w-0 content-start gap-3", className)}
    >
      <figcaption id={`${id}-title`} className={cn("font-medium", text.hideTitle && "sr-only")}>
        {text.title}
      </figcaption>
      {text.context && (
        <p data-chart-context className="-mt-2 text-muted text-sm">
          {text.context.value}
        </p>
      )}
      {isEmpty ? (
        <p className="text-muted text-sm">{empty}</p>
      ) : (
        <>
          <div {...picture} data-chart-picture className="min-w-0 text-sm">
            {children}
          </div>
          <p id={`${id}-description`} className="sr-only">
            {text.description}
          </p>
          <Disclosure quiet summary={text.tableLabel} className="no-print">
            <div className="grid gap-2">
              <NumbersTable text={text} table={cut ? { ...table, rows: table.rows.slice(0, cut.rows) } : table} />
              {cut && <p className="text-muted text-sm">{cut.note}</p>}
              <div className="no-print flex flex-wrap gap-x-6">
                {csv ?? (
                  <a href={csvAddress(table, text.context)} download={`${text.fileName}.csv`} className={downloadLink}>
                    <Download aria-hidden="true" className="size-4" />
                    {text.downloadLabel}
                  </a>
                )}
                {text.imageLabel && <ImageLinks title={text.title} fileName={text.fileName} labels={text.imageLabel} />}
              </div>
            </div>
          </Disclosure>
        </>
      )}
    </figure>
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
