import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlVariants } from "./control";

export function Textarea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  return <textarea rows={rows} className={cn(controlVariants(), "py-3", className)} {...rest} />;
}
