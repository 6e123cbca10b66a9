import { cn } from "../ui/cn";

/** The mark: two steps as two arcs, left then right, each landing on its heel. */
export function Footfall({ title, className = "h-5 w-8 stroke-accent" }: { title?: string; className?: string }) {
  return (
    <svg
      viewBox="0 0 32 20"
      role={title ? "img" : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
      className={cn("fill-none", className)}
      strokeWidth={2.5}
      strokeLinecap="round"
    >
      <path d="M2.5 16.5C5 6.5 12 3.5 15.5 12" />
      <path d="M16.5 16.5C19 6.5 26 3.5 29.5 12" />
    </svg>
  );
}
