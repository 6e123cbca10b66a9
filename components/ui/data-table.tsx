import type { ReactNode } from "react";
import { cn } from "./cn";

export type DataTableColumn = {
  key: string;
  label: string;
  align?: "start" | "end";
  hideLabel?: boolean;
  wrap?: boolean;
  /** How the rows stand by this column, and the link that takes its heading's place. In cards the headings are for screen readers alone: nothing to press that nobody sees. */
  sort?: { state: "ascending" | "descending" | "none"; link: ReactNode };
  /** Left out of a phone's cards. */
  narrow?: "hidden";
  /** The first column of a phone's cards: said before what it heads, where the cell alone would say nothing. */
  labelled?: boolean;
};
export type DataTableRow = { id: string; cells: Readonly<Record<string, ReactNode>> };
export type DataTableProps = {
  caption: string;
  hideCaption?: boolean;
  /** The name of the scrolling region, where the caption alone would name two things on the page. */
  label?: string;
  /** The first column is each row's heading. */
  columns: readonly DataTableColumn[];
  rows: readonly DataTableRow[];
  /** Below 640 px: one card per row, or all columns, which scroll where they have no room. Where it is not said, more than three columns or sentences make cards. */
  narrow?: "scroll" | "cards";
  dense?: boolean;
  className?: string;
};

const mostOnPhone = 3;

/** What all cells share stands in globals.css, once. */
export function DataTable({
  caption,
  hideCaption = false,
  label = caption,
  columns,
  rows,
  narrow = columns.length > mostOnPhone || columns.some(({ wrap }) => wrap) ? "cards" : "scroll",
  dense = false,
  className,
}: DataTableProps) {
  // Cells shown as blocks lose their place in the table for screen readers unless their roles are said.
  const cards = narrow === "cards";
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className={cn("relative min-w-0 overflow-x-auto rounded-sm", className)}
    >
      <table role={cards ? "table" : undefined} className={cn("data-table", dense && "data-table-dense", cards && "data-table-cards")}>
        <caption className={hideCaption ? "sr-only" : undefined}>{caption}</caption>
        <thead role={cards ? "rowgroup" : undefined}>
          <tr role={cards ? "row" : undefined}>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                role={cards ? "columnheader" : undefined}
                aria-sort={column.sort && column.sort.state !== "none" ? column.sort.state : undefined}
                className={column.align === "end" ? "data-end" : undefined}
              >
                <Heading column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={cards ? "rowgroup" : undefined}>
          {rows.map((row) => (
            <tr key={row.id} role={cards ? "row" : undefined}>
              {columns.map((column, index) => {
                const Cell = index === 0 ? "th" : "td";
                const labelled = cards && (index === 0 ? column.labelled : !column.hideLabel && !column.wrap);
                const hidden = cards && (column.narrow === "hidden" || row.cells[column.key] === null);
                return (
                  <Cell
                    key={column.key}
                    scope={index === 0 ? "row" : undefined}
                    role={cards ? (index === 0 ? "rowheader" : "cell") : undefined}
                    className={
                      cn(column.align === "end" && "data-end", index > 0 && column.wrap && "data-wrap", hidden && "max-sm:hidden") ||
                      undefined
                    }
                  >
                    {labelled && (
                      <span aria-hidden="true" className="data-label">
                        {column.label}
                      </span>
                    )}
                    {row.cells[column.key] ?? <span className="text-muted">–</span>}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Heading({ column: { label, hideLabel, sort } }: { column: DataTableColumn }) {
  if (hideLabel) return <span className="sr-only">{label}</span>;
  if (!sort) return label;
  return (
    <>
      <span className="sm:hidden">{label}</span>
      {sort.link}
    </>
  );
}
