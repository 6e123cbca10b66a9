import { type ReactNode, useId } from "react";
import { cn } from "../ui/cn";
import type { ChartNumbersProps } from "./chart-numbers";
import { NumbersBehind } from "./numbers-behind";

export type ChartFrameProps = ChartNumbersProps & {
  /** True where the picture holds links or buttons of its own. */
  interactive?: boolean;
  /** Said in place of the picture where there is nothing to draw. */
  empty?: string;
  className?: string;
  children?: ReactNode;
};

/** What all charts share: title, picture with its description, and the table behind it one tap away. */
export function ChartFrame({ text, table, interactive = false, empty, cut, csv, className, children }: ChartFrameProps) {
  const id = useId();
  const picture = interactive ? {} : ({ role: "img", "aria-labelledby": `${id}-title ${id}-description` } as const);
  const isEmpty = empty !== undefined;
  return (
    <figure
      aria-labelledby={`${id}-title`}
      aria-describedby={interactive && !isEmpty ? `${id}-description` : undefined}
      className={cn("grid min-w-0 content-start gap-3", className)}
    >
      <figcaption id={`${id}-title`} className={cn("font-medium", text.hideTitle && "sr-only")}>
        {text.title}
      </figcaption>
      {text.context && (
        <p data-chart-context className="-mt-2 text-muted text-sm">
          {text.context.value}
        </p>
      )}
      {isEmpty ? (
        <p className="text-muted text-sm">{empty}</p>
      ) : (
        <>
          <div {...picture} data-chart-picture className="min-w-0 text-sm">
            {children}
          </div>
          <p id={`${id}-description`} className="sr-only">
            {text.description}
          </p>
          <NumbersBehind text={text} table={table} cut={cut} csv={csv} />
        </>
      )}
    </figure>
  );
}
