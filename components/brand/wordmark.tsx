import { cn } from "../ui/cn";
import { Footfall } from "./footfall";

export function Wordmark({ className }: { className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-2 font-semibold text-base text-ink tracking-tight", className)}>
      <Footfall />
      Marcha
    </span>
  );
}
