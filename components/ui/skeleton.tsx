import { cn } from "./cn";

/** Give it the size of what it stands for; the surrounding region says that it is loading. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={cn("h-6 animate-pulse rounded-md bg-line", className)} />;
}
