import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { Spinner } from "./spinner";

export const buttonVariants = cva(
  "inline-flex max-w-full items-center justify-center gap-2 rounded-md border text-center font-medium no-underline transition-colors disabled:opacity-50 aria-busy:opacity-100 [&_svg]:size-5 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "border-accent bg-accent text-accent-ink hover:border-accent-strong hover:bg-accent-strong",
        secondary: "border-edge bg-surface text-ink hover:border-ink",
        quiet: "border-transparent bg-transparent text-accent hover:bg-accent-surface",
        danger: "border-danger bg-surface text-danger hover:bg-danger-surface",
      },
      size: {
        small: "min-h-11 px-3 py-1 text-sm",
        medium: "min-h-11 px-4 py-1 text-base",
        large: "min-h-13 px-6 py-1 text-base",
        icon: "size-11 p-0",
      },
      wide: { true: "w-full", false: "" },
      fit: { fixed: "shrink-0", wrap: "whitespace-normal", grow: "flex-1 sm:flex-none" },
    },
    defaultVariants: { variant: "primary", size: "medium", wide: false, fit: "fixed" },
  },
);

export type ButtonProps = ComponentProps<"button"> & VariantProps<typeof buttonVariants> & { pending?: boolean };

export function Button({
  variant,
  size,
  wide,
  fit,
  pending = false,
  type = "button",
  disabled,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      disabled={disabled || pending}
      aria-busy={pending || undefined}
      className={cn(buttonVariants({ variant, size, wide, fit }), className)}
      {...rest}
    >
      {pending && <Spinner />}
      {children}
    </button>
  );
}
