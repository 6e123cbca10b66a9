import { Diamond } from "lucide";
import type { ReactNode } from "react";
import { SeriesKey } from "../charts/series";
import { cn } from "../ui/cn";
import { Icon } from "../ui/icon";
import { type AxisDot, RowAxis } from "./row-axis";

export type CompareHead = { id: string; label: string; note?: string; href?: string };

export type CompareCell = {
  /** The one value, or "not measured". */
  text: string;
  missing: boolean;
  /** Where there are two: "Left 0.71 s", "Right 0.73 s". */
  sides: readonly string[];
  /** "higher than 62 of 100". */
  place?: string;
  /** What stands out, in words. */
  unusual: readonly string[];
  /** "ordinary variation", "cannot tell": said where nothing stands out. */
  verdict?: string;
};

export type CompareRow = {
  id: string;
  label: string;
  /** How far the values lie apart, and whether noise explains it. */
  difference?: string;
  /** True where it does: the row is greyed. */
  within: boolean;
  axis?: { dots: readonly AxisDot[]; band?: { low: number; high: number } };
  /** One per head, in their order. */
  cells: readonly CompareCell[];
};

export type CompareTableProps = {
  caption: string;
  corner: string;
  heads: readonly CompareHead[];
  rows: readonly CompareRow[];
};

/** People as columns, measurements as rows; the names of the measurements stay in sight while the columns are swiped. */
export function CompareTable({ caption, corner, heads, rows }: CompareTableProps) {
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="-ms-6 relative min-w-0 snap-x scroll-ps-36 sm:ms-0 overflow-x-auto rounded-sm desk:scroll-ps-64 print:ms-0 print:overflow-visible"
    >
      <table className="w-full border-collapse text-start text-sm print:table-fixed">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-edge border-b">
            <th scope="col" className={cn(sticky, "text-start align-bottom font-medium text-muted")}>
              {corner}
            </th>
            {heads.map((head, index) => (
              <Head key={head.id} head={head} index={index} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={cn("border-b align-top", row.within && "text-muted")}>
              <th scope="row" className={cn(sticky, "text-start font-normal")}>
                <span className={cn("block font-medium", !row.within && "text-ink")}>{row.label}</span>
                {row.axis && <RowAxis {...row.axis} grey={row.within} />}
                {row.difference && <span className="block text-muted">{row.difference}</span>}
              </th>
              {row.cells.map((cell, index) => (
                <td key={heads[index]?.id} className={cn(column, "py-3")}>
                  <span className="flex gap-2">
                    <SeriesKey index={index} className="mt-0.5 print:hidden" />
                    <span className="grid min-w-0 gap-0.5">
                      <span aria-hidden="true" className="truncate text-muted desk:hidden print:hidden">
                        {heads[index]?.label}
                      </span>
                      <Value cell={cell} within={row.within} />
                    </span>
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const column = "w-44 min-w-44 px-3 last:pe-0 print:w-auto print:px-1.5 print:wrap-anywhere";
const sticky =
  "sticky start-0 z-10 w-36 min-w-36 border-e bg-paper py-3 pe-3 desk:w-64 desk:min-w-64 print:static print:w-auto print:min-w-0";

function Head({ head: { label, note, href }, index }: { head: CompareHead; index: number }) {
  return (
    <th scope="col" className={cn(column, "snap-start py-3 text-start align-bottom font-normal")}>
      <span className="flex items-start gap-2">
        <SeriesKey index={index} className="mt-0.5" />
        <span className="grid min-w-0">
          {href === undefined ? (
            <span className="wrap-anywhere font-medium text-ink">{label}</span>
          ) : (
            <a href={href} className="prose-link wrap-anywhere font-medium">
              {label}
            </a>
          )}
          {note && <span className="text-muted">{note}</span>}
        </span>
      </span>
    </th>
  );
}

function Value({ cell, within }: { cell: CompareCell; within: boolean }): ReactNode {
  if (cell.missing) return <span className="text-muted">{cell.text}</span>;
  return (
    <>
      {cell.text !== "" && <span className={cn("font-medium", !within && "text-ink")}>{cell.text}</span>}
      {cell.sides.map((side) => (
        <span key={side}>{side}</span>
      ))}
      {cell.place && <span className="text-muted">{cell.place}</span>}
      {cell.unusual.map((words) => (
        <span key={words} className="inline-flex items-start gap-1.5 font-medium text-accent">
          <Icon of={Diamond} className="mt-0.5 size-4 shrink-0" />
          {words}
        </span>
      ))}
      {cell.verdict && <span className="text-muted">{cell.verdict}</span>}
    </>
  );
}
