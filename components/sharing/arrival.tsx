"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** Takes the focus when it appears: what was pressed is gone, and this is what came of it. */
export function Arrival({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div ref={ref} tabIndex={-1} className="rounded-lg outline-none">
      {children}
    </div>
  );
}
