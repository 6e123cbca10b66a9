import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./cn";

export type DataTableColumn = {
  key: string;
  label: string;
  align?: "start" | "end";
  hideLabel?: boolean;
  wrap?: boolean;
  /** Makes the heading a link to the rows in this order. */
  sort?: { href: string; state: "ascending" | "descending" | "none" };
  /** Left out of a phone's cards. */
  narrow?: "hidden";
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
  /** Below 640 px: scroll sideways, or become one card per row. */
  narrow?: "scroll" | "cards";
  dense?: boolean;
  className?: string;
};

export function DataTable({
  caption,
  hideCaption = false,
  label = caption,
  columns,
  rows,
  narrow = "scroll",
  dense = false,
  className,
}: DataTableProps) {
  // Cells shown as blocks lose their place in the table for screen readers unless their roles are said.
  const cards = narrow === "cards";
  const pad = dense ? "px-3 py-2 first:ps-0 last:pe-0" : "px-3 py-3 first:ps-0 last:pe-0";
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className={cn("relative min-w-0 overflow-x-auto rounded-sm", className)}
    >
      <table role={cards ? "table" : undefined} className={cn("w-full border-collapse text-start text-sm", cards && "max-sm:block")}>
        <caption className={cn("pb-2 text-start text-muted", cards && "max-sm:block", hideCaption && "sr-only")}>{caption}</caption>
        <thead role={cards ? "rowgroup" : undefined} className={cn(cards && "max-sm:sr-only")}>
          <tr role={cards ? "row" : undefined} className="border-edge border-b">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                role={cards ? "columnheader" : undefined}
                aria-sort={column.sort && column.sort.state !== "none" ? column.sort.state : undefined}
                className={cn(pad, "align-bottom font-medium text-muted", column.align === "end" ? "min-w-20 text-end" : "text-start")}
              >
                <Heading column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={cards ? "rowgroup" : undefined} className={cn(cards && "max-sm:block")}>
          {rows.map((row) => (
            <tr
              key={row.id}
              role={cards ? "row" : undefined}
              className={cn("border-b", cards && "max-sm:flex max-sm:flex-wrap max-sm:gap-x-6 max-sm:py-3")}
            >
              {columns.map((column, index) => {
                const Cell = index === 0 ? "th" : "td";
                const hidden = column.narrow === "hidden" || row.cells[column.key] === null;
                return (
                  <Cell
                    key={column.key}
                    scope={index === 0 ? "row" : undefined}
                    role={cards ? (index === 0 ? "rowheader" : "cell") : undefined}
                    className={cn(
                      pad,
                      "align-baseline",
                      index === 0 ? "min-w-28 text-start font-medium" : "font-normal",
                      index > 0 && (column.wrap ? "min-w-64" : "whitespace-nowrap"),
                      column.align === "end" && "text-end",
                      cards &&
                        (hidden
                          ? "max-sm:hidden"
                          : "max-sm:flex max-sm:gap-2 max-sm:whitespace-normal max-sm:p-0 max-sm:py-0.5 max-sm:text-start"),
                      cards && (index === 0 || column.wrap) && "max-sm:w-full",
                      cards && index === 0 && "max-sm:pb-1",
                      cards && column.wrap && "max-sm:min-w-0",
                    )}
                  >
                    {cards && index > 0 && !column.hideLabel && !column.wrap && (
                      <span aria-hidden="true" className="shrink-0 text-muted sm:hidden">
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
  const Arrow = sort.state === "ascending" ? ArrowUp : sort.state === "descending" ? ArrowDown : ArrowUpDown;
  return (
    <>
      {/* In cards the headings are for screen readers alone: nothing to press that nobody sees. */}
      <span className="sm:hidden">{label}</span>
      <Link href={sort.href} className="no-underline hover:text-ink max-sm:hidden inline-flex min-h-11 items-center gap-1">
        {label}
        <Arrow aria-hidden="true" className={cn("size-4", sort.state === "none" && "opacity-50")} />
      </Link>
    </>
  );
}
