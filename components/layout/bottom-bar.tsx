import { NavIcon } from "./nav-icon";
import { NavLink } from "./nav-link";
import type { NavItem } from "./types";

/** The phone's navigation: four items, five at most. */
export function BottomBar({ navLabel, items }: { navLabel: string; items: readonly NavItem[] }) {
  const addresses = items.map((item) => item.href);
  return (
    <nav
      aria-label={navLabel}
      className="no-print fixed inset-x-0 bottom-0 z-30 border-t bg-surface pb-[env(safe-area-inset-bottom)] desk:hidden"
    >
      <ul className="mx-auto flex max-w-prose">
        {items.map((item) => (
          <li key={item.href} className="min-w-0 flex-1">
            <NavLink
              href={item.href}
              siblings={addresses}
              className="flex min-h-16 flex-col items-center justify-center gap-1 border-transparent border-t-2 px-1 font-medium text-muted text-sm -outline-offset-2 aria-[current=page]:border-accent aria-[current=page]:text-ink"
            >
              <NavIcon name={item.icon} className="size-5" />
              <span className="max-w-full truncate">{item.label}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
