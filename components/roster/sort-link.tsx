import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import { cn } from "../ui/cn";
import type { DataTableColumn } from "../ui/data-table";
import { Link } from "../ui/link";

export type SortState = NonNullable<DataTableColumn["sort"]>["state"];

const arrows = { ascending: ArrowUp, descending: ArrowDown, none: ArrowUpDown } as const;

/** A column's heading that leads to the rows in its order. */
export function SortLink({ href, state, label }: { href: string; state: SortState; label: string }) {
  const Arrow = arrows[state];
  return (
    <Link href={href} className="no-underline hover:text-ink max-sm:hidden inline-flex min-h-11 items-center gap-1">
      {label}
      <Arrow aria-hidden="true" className={cn("size-4", state === "none" && "opacity-50")} />
    </Link>
  );
}
