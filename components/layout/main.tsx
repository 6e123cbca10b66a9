import type { ReactNode } from "react";
import { cn } from "../ui/cn";

const widths = { page: "max-w-page", prose: "max-w-prose", form: "max-w-md", "long form": "max-w-lg" } as const;
const spaces = { usual: "gap-8 desk:gap-12", close: "gap-8", far: "gap-16 desk:gap-24" } as const;

export type MainProps = {
  width?: keyof typeof widths;
  space?: keyof typeof spaces;
  /** Nothing stands above it on a phone. */
  alone?: boolean;
  children: ReactNode;
};

/** The one `<main>`, which the skip link leads to; its children stand 32 px apart (48 px on a desk). */
export function Main({ width = "page", space = "usual", alone = false, children }: MainProps) {
  return (
    <main
      id="content"
      tabIndex={-1}
      className={cn(
        "mx-auto grid w-full grid-cols-1 content-start px-4 outline-none sm:px-6 desk:py-10",
        alone ? "py-16" : "py-6",
        widths[width],
        spaces[space],
      )}
    >
      {children}
    </main>
  );
}
