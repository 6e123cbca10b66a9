"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "../ui/cn";
import { Link } from "../ui/link";
import { LinkProgress } from "../ui/link-progress";

/** The link whose address is the page's, or the longest parent of it among `siblings`, is the current one. */
export function NavLink({
  href,
  siblings,
  className,
  children,
}: {
  href: string;
  siblings: readonly string[];
  className?: string;
  children: ReactNode;
}) {
  const pathname = usePathname() ?? "";
  const under = (address: string) => pathname === address || pathname.startsWith(`${address}/`);
  const current = under(href) && !siblings.some((other) => other.length > href.length && under(other));
  return (
    <Link href={href} aria-current={current ? "page" : undefined} className={cn("relative", className)}>
      {children}
      <LinkProgress />
    </Link>
  );
}
