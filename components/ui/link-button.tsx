import type { VariantProps } from "class-variance-authority";
import { buttonVariants } from "./button";
import { cn } from "./cn";
import { Link, type LinkProps } from "./link";
import { LinkProgress } from "./link-progress";

export type LinkButtonProps = LinkProps & VariantProps<typeof buttonVariants>;

export function LinkButton({ variant, size, wide, fit, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link className={cn("relative", buttonVariants({ variant, size, wide, fit }), className)} {...rest}>
      {children}
      <LinkProgress />
    </Link>
  );
}
