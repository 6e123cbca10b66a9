import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide";
import { cn } from "../ui/cn";
import type { DataTableColumn } from "../ui/data-table";
import { Icon } from "../ui/icon";
import { Link } from "../ui/link";

export type SortState = NonNullable<DataTableColumn["sort"]>["state"];

const arrows = { ascending: ArrowUp, descending: ArrowDown, none: ArrowUpDown } as const;

/** A column's heading that leads to the rows in its order. */
export function SortLink({ href, state, label }: { href: string; state: SortState; label: string }) {
  return (
    <Link href={href} className="no-underline hover:text-ink inline-flex min-h-11 items-center gap-1">
      {label}
      <Icon of={arrows[state]} className={cn("size-4", state === "none" && "opacity-50")} />
    </Link>
  );
}
