import type { ReactNode } from "react";
import { Footer, type FooterProps } from "./footer";
import { PublicHeader, type PublicHeaderProps } from "./public-header";
import { SkipLink } from "./skip-link";

export function PublicShell({
  skipLabel,
  header,
  footer,
  children,
}: {
  skipLabel: string;
  header: PublicHeaderProps;
  footer: FooterProps;
  children: ReactNode;
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink label={skipLabel} />
      <PublicHeader {...header} />
      {children}
      <Footer {...footer} />
    </div>
  );
}
