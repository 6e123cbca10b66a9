import type { VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { buttonVariants } from "./button";
import { cn } from "./cn";

export type AnchorButtonProps = ComponentProps<"a"> & VariantProps<typeof buttonVariants>;

/** A browser's own link that looks like a button: for files, and for public pages, which are not to bring along what follows links without a new document. */
export function AnchorButton({ variant, size, wide, fit, className, ...rest }: AnchorButtonProps) {
  return <a className={cn(buttonVariants({ variant, size, wide, fit }), className)} {...rest} />;
}
