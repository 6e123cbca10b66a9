import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn";

const badgeVariants = cva("inline-flex items-center gap-1 whitespace-nowrap rounded-sm px-2 py-0.5 font-medium text-sm [&_svg]:size-4", {
  variants: {
    tone: {
      neutral: "bg-line/60 text-ink",
      accent: "bg-accent-surface text-accent",
      caution: "bg-caution-surface text-caution",
    },
  },
  defaultVariants: { tone: "neutral" },
});

export type BadgeProps = ComponentProps<"span"> & VariantProps<typeof badgeVariants>;

export function Badge({ tone, className, ...rest }: BadgeProps) {
  return <span className={cn(badgeVariants({ tone }), className)} {...rest} />;
}
