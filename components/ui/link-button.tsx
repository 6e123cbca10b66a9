import type { VariantProps } from "class-variance-authority";
import Link from "next/link";
import type { ComponentProps } from "react";
import { buttonVariants } from "./button";
import { cn } from "./cn";
import { LinkProgress } from "./link-progress";

export type LinkButtonProps = ComponentProps<typeof Link> & VariantProps<typeof buttonVariants>;

export function LinkButton({ variant, size, wide, fit, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link className={cn("relative", buttonVariants({ variant, size, wide, fit }), className)} {...rest}>
      {children}
      <LinkProgress />
    </Link>
  );
}
