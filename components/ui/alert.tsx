import { cva, type VariantProps } from "class-variance-authority";
import { CircleX, Info, TriangleAlert } from "lucide";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { Icon } from "./icon";

const alertVariants = cva("flex gap-3 rounded-lg border p-4", {
  variants: {
    tone: {
      info: "border-line bg-surface text-ink [&>svg]:text-accent",
      caution: "border-caution/40 bg-caution-surface text-ink [&>svg]:text-caution",
      error: "border-danger/40 bg-danger-surface text-ink [&>svg]:text-danger",
    },
  },
});

const icons = { info: Info, caution: TriangleAlert, error: CircleX } as const;

export type AlertProps = {
  tone: NonNullable<VariantProps<typeof alertVariants>["tone"]>;
  title?: string;
  /** Announce it at once: for what appears after an action, not for what a page opens with. */
  live?: boolean;
  className?: string;
  children?: ReactNode;
};

export function Alert({ tone, title, live = false, className, children }: AlertProps) {
  return (
    <div role={live ? (tone === "error" ? "alert" : "status") : undefined} className={cn(alertVariants({ tone }), className)}>
      <Icon of={icons[tone]} className="mt-0.5 size-5 shrink-0" />
      <div className="grid min-w-0 gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
