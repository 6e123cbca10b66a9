import type { ReactNode } from "react";
import { Wordmark } from "../brand/wordmark";
import { Link } from "../ui/link";
import { Menu } from "./menu";
import { NavIcon } from "./nav-icon";
import { NavLink } from "./nav-link";
import type { NavItem, TextLink } from "./types";

export type SignedInHeaderProps = {
  home: TextLink;
  navLabel: string;
  items: readonly NavItem[];
  /** Given where there are more items than the phone's bottom bar holds: names the button that lists them all. */
  menuLabel?: string;
  /** At the end of the bar: the viewer's name, a team switch, a sign-out form. */
  children?: ReactNode;
};

export function SignedInHeader({ home, navLabel, items, menuLabel, children }: SignedInHeaderProps) {
  const addresses = items.map((item) => item.href);
  return (
    <header className="no-print relative border-b bg-paper">
      <div className="mx-auto flex min-h-14 max-w-page items-center gap-2 px-4 sm:px-6 desk:min-h-16">
        <Link href={home.href} aria-label={home.label} className="-ms-1 flex min-h-11 items-center rounded-md px-1">
          <Wordmark />
        </Link>
        <nav aria-label={navLabel} className="ms-6 hidden gap-1 self-stretch desk:flex">
          {items.map((item) => (
            <NavLink
              key={item.href}
              href={item.href}
              siblings={addresses}
              className="flex items-center gap-2 border-transparent border-b-2 px-2 font-medium text-muted text-sm hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
            >
              <NavIcon name={item.icon} className="hidden size-4 xl:block" />
              {item.label}
            </NavLink>
          ))}
        </nav>
        <div className="ms-auto flex items-center gap-2 text-sm">
          {children}
          {menuLabel && (
            <Menu label={menuLabel} className="desk:hidden">
              <nav aria-label={navLabel} className="grid">
                {items.map((item) => (
                  <NavLink
                    key={item.href}
                    href={item.href}
                    siblings={addresses}
                    className="flex min-h-12 items-center gap-3 border-b text-base aria-[current=page]:font-semibold"
                  >
                    <NavIcon name={item.icon} className="size-5 text-muted" />
                    {item.label}
                  </NavLink>
                ))}
              </nav>
            </Menu>
          )}
        </div>
      </div>
    </header>
  );
}
