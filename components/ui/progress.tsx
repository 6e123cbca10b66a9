import { cn } from "./cn";

export type ProgressProps = {
  step: number;
  of: number;
  /** In words, as shown: "3 of 5". */
  label: string;
  /** The name of this step. */
  title?: string;
  className?: string;
};

export function Progress({ step, of, label, title, className }: ProgressProps) {
  return (
    <div className={cn("grid gap-2", className)}>
      <p className="flex items-baseline justify-between gap-4 text-sm">
        <span className="font-medium">{title}</span>
        <span className="text-muted">{label}</span>
      </p>
      <div
        role="progressbar"
        aria-label={title ?? label}
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={step}
        aria-valuetext={label}
        className="flex gap-1"
      >
        {Array.from({ length: of }, (_, index) => index + 1).map((each) => (
          <span key={each} className={cn("h-1 flex-1 rounded-full", each <= step ? "bg-accent" : "bg-line")} />
        ))}
      </div>
    </div>
  );
}
