import { Link } from "../ui/link";

export type ViewTabsProps = { label: string; views: readonly { key: string; href: string; label: string; current: boolean }[] };

/** The views of one cohort, each an address of its own. */
export function ViewTabs({ label, views }: ViewTabsProps) {
  return (
    <nav aria-label={label} className="no-print flex flex-wrap gap-x-4 border-b">
      {views.map(({ key, href, label: name, current }) => (
        <Link
          key={key}
          href={href}
          aria-current={current ? "page" : undefined}
          className="-mb-px flex min-h-11 items-center border-transparent border-b-2 text-muted hover:text-ink aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-ink"
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
