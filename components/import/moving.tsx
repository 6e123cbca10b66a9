"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

export type MovingProps = {
  title: string;
  /** In words: "1,200 of 5,000 rows". */
  progress: string;
  /** 0 to 1; null while nobody knows how much there is. */
  share: number | null;
  children?: React.ReactNode;
};

const everyMilliseconds = 1_500;

/** Work in the background: how far it is, asked again and again while the page is looked at. */
export function Moving({ title, progress, share, children }: MovingProps) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === "visible" && router.refresh(), everyMilliseconds);
    return () => clearInterval(timer);
  }, [router]);
  const percent = share === null ? undefined : Math.round(share * 100);
  return (
    <div className="grid max-w-prose gap-3">
      <div
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={progress}
        className="h-2 overflow-hidden rounded-full bg-line"
      >
        <div
          className={
            share === null ? "h-full w-1/4 animate-pulse bg-accent motion-reduce:animate-none" : "h-full bg-accent transition-[width]"
          }
          style={share === null ? undefined : { width: `${percent}%` }}
        />
      </div>
      <p role="status" className="text-muted">
        {progress}
      </p>
      {children}
    </div>
  );
}
