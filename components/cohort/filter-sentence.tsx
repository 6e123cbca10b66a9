import type { ReactNode } from "react";

export type FilterSentenceProps = {
  /** "knee and hip · women · 30–49 · walking" */
  filters: string;
  /** "34 people" */
  people: string;
  children?: ReactNode;
};

/** Who is looked at, in words, and how many they are. */
export function FilterSentence({ filters, people, children }: FilterSentenceProps) {
  return (
    <div className="grid gap-1">
      <p className="text-xl">
        <span className="font-semibold">{people}</span>
        <span aria-hidden="true">{"\u00a0· "}</span>
        {filters}
      </p>
      {children && <div className="grid max-w-prose gap-1 text-muted text-sm">{children}</div>}
    </div>
  );
}
