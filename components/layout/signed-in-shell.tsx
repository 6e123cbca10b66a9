import type { ReactNode } from "react";
import { BottomBar } from "./bottom-bar";
import { Footer, type FooterProps } from "./footer";
import { SignedInHeader, type SignedInHeaderProps } from "./signed-in-header";
import { SkipLink } from "./skip-link";
import type { NavItem } from "./types";

export function SignedInShell({
  skipLabel,
  header,
  bottom,
  footer,
  children,
}: {
  skipLabel: string;
  header: SignedInHeaderProps;
  /** Four, five at most; the desk's header may hold more. */
  bottom: readonly NavItem[];
  footer: FooterProps;
  children: ReactNode;
}) {
  return (
    <div className="flex min-h-dvh flex-col max-desk:pb-20">
      <SkipLink label={skipLabel} />
      <SignedInHeader {...header} />
      {children}
      <Footer {...footer} />
      <BottomBar navLabel={header.navLabel} items={bottom} />
    </div>
  );
}
