"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { cn } from "../ui/cn";

/** What does not fit a phone's header, folded under one button. Closes on Escape, on a press elsewhere and when one of its links is followed. */
export function Menu({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  const ref = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const close = () => ref.current?.removeAttribute("open");
    const onClick = ({ target }: MouseEvent) => {
      if (!(target instanceof Element)) return;
      if (!ref.current?.contains(target) || target.closest("a")) close();
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== "Escape" || !ref.current?.open) return;
      close();
      ref.current.querySelector("summary")?.focus();
    };
    document.addEventListener("click", onClick);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("click", onClick);
      document.removeEventListener("keydown", onKey);
    };
  }, []);

  return (
    <details ref={ref} className={cn("group", className)}>
      <summary
        aria-label={label}
        className="grid size-11 list-none place-items-center rounded-md text-ink hover:bg-accent-surface group-open:bg-accent-surface"
      >
        <svg aria-hidden="true" viewBox="0 0 24 24" className="size-5 stroke-2 stroke-current" strokeLinecap="round">
          <path d="M4 5h16M4 12h16M4 19h16" />
        </svg>
      </summary>
      <div className="absolute inset-x-0 top-full z-40 border-b bg-surface px-4 py-4 shadow-lg sm:px-6">{children}</div>
    </details>
  );
}
