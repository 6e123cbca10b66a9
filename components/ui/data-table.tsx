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
  /** Left out on a phone, where there are cards. */
  narrow?: "hidden";
  /** The first column of cards: said before what it heads, where the cell alone would say nothing. */
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
  /** Where the table itself has little room: one card per row, or all columns, which scroll. Where it is not said, more than three columns or sentences make cards. */
  narrow?: "scroll" | "cards";
  dense?: boolean;
  className?: string;
};

const mostInLittleRoom = 3;
const mostInMiddlingRoom = 5;

/** What all cells share stands in globals.css, once. */
export function DataTable({
  caption,
  hideCaption = false,
  label = caption,
  columns,
  rows,
  narrow = columns.length > mostInLittleRoom || columns.some(({ wrap }) => wrap) ? "cards" : "scroll",
  dense = false,
  className,
}: DataTableProps) {
  // Cells shown as blocks lose their place in the table for screen readers unless their roles are said.
  const cards = narrow === "cards";
  const wide = columns.length > mostInMiddlingRoom;
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className={cn("data-table-frame relative min-w-0 overflow-x-auto rounded-sm", wide && "data-table-frame-wide", className)}
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
                const empty = cards && row.cells[column.key] === null;
                const hidden = cards && column.narrow === "hidden";
                return (
                  <Cell
                    key={column.key}
                    scope={index === 0 ? "row" : undefined}
                    role={cards ? (index === 0 ? "rowheader" : "cell") : undefined}
                    className={
                      cn(
                        column.align === "end" && "data-end",
                        index > 0 && column.wrap && "data-wrap",
                        empty && "data-no-card",
                        hidden && "max-sm:hidden",
                      ) || undefined
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
      <span className="data-label">{label}</span>
      <span className="data-no-card">{sort.link}</span>
    </>
  );
}
