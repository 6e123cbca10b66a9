"use client";

import { useLinkStatus } from "next/link";
import { cn } from "./cn";

/** A line inside a link that shows while the page it leads to is being made. Screen readers are told by the router. */
export function LinkProgress() {
  const { pending } = useLinkStatus();
  return (
    <span
      aria-hidden="true"
      className={cn("absolute inset-x-2 bottom-0 h-0.5 bg-current opacity-0", pending && "animate-pulse opacity-100")}
    />
  );
}
