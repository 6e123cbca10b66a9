import type { ReactNode } from "react";
import { cn } from "../ui/cn";

const widths = { page: "max-w-page", prose: "max-w-prose" } as const;

/** The one `<main>`, which the skip link leads to; its children stand 32 px apart (48 px on a desk). */
export function Main({ width = "page", className, children }: { width?: keyof typeof widths; className?: string; children: ReactNode }) {
  return (
    <main
      id="content"
      tabIndex={-1}
      className={cn(
        "mx-auto grid w-full grid-cols-1 content-start gap-8 px-4 py-6 outline-none sm:px-6 desk:gap-12 desk:py-10",
        widths[width],
        className,
      )}
    >
      {children}
    </main>
  );
}
