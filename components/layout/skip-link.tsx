export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#content"
      className="no-print fixed start-4 top-2 z-50 flex min-h-11 -translate-y-16 items-center rounded-md bg-accent px-4 font-medium text-accent-ink focus-visible:translate-y-0"
    >
      {label}
    </a>
  );
}
