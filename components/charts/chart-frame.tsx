import { Download } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cn } from "../ui/cn";
import { DataTable } from "../ui/data-table";
import { Disclosure } from "../ui/disclosure";
import { csvAddress } from "./csv";
import type { ChartTable, ChartText } from "./types";

export type ChartFrameProps = {
  text: ChartText;
  table: ChartTable;
  /** True where the picture holds links or buttons of its own. */
  interactive?: boolean;
  className?: string;
  children: ReactNode;
};

/** What all charts share: title, picture with its description, and the table behind it one tap away. */
export function ChartFrame({ text, table, interactive = false, className, children }: ChartFrameProps) {
  const id = useId();
  const picture = interactive ? {} : ({ role: "img", "aria-labelledby": `${id}-title ${id}-description` } as const);
  return (
    <figure
      aria-labelledby={`${id}-title`}
      aria-describedby={interactive ? `${id}-description` : undefined}
      className={cn("grid min-w-0 content-start gap-3", className)}
    >
      <figcaption id={`${id}-title`} className={cn("font-medium", text.hideTitle && "sr-only")}>
        {text.title}
      </figcaption>
      <div {...picture} className="min-w-0 text-sm">
        {children}
      </div>
      <p id={`${id}-description`} className="sr-only">
        {text.description}
      </p>
      <Disclosure quiet summary={text.tableLabel} className="no-print">
        <div className="grid gap-2">
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
          <a
            href={csvAddress(table)}
            download={`${text.fileName}.csv`}
            className="no-print prose-link flex min-h-11 w-fit items-center gap-2 text-sm"
          >
            <Download aria-hidden="true" className="size-4" />
            {text.downloadLabel}
          </a>
        </div>
      </Disclosure>
    </figure>
  );
}
