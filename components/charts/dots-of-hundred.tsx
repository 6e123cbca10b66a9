import { ChartFrame } from "./chart-frame";
import type { ChartText } from "./types";

export type DotsOfHundredProps = {
  share: number;
  base: number;
  /** "34 of 100 people who walk like this" */
  shareLabel: string;
  /** "27 of 100 among all who came" */
  baseLabel: string;
  columns: readonly [what: string, people: string];
  text: ChartText;
};

const side = 10;
const dots = Array.from({ length: side * side }, (_, index) => ({ index, x: index % side, y: Math.floor(index / side) }));

/** The outline around the first `count` of a hundred dots, row by row. */
export function outlineOfFirst(count: number): string {
  const rows = Math.floor(count / side);
  const rest = count % side;
  if (count <= 0) return "";
  if (rest === 0) return `M0 0H${side}V${rows}H0Z`;
  if (rows === 0) return `M0 0H${rest}V1H0Z`;
  return `M0 0H${side}V${rows}H${rest}V${rows + 1}H0Z`;
}

export function DotsOfHundred({ share, base, shareLabel, baseLabel, columns, text }: DotsOfHundredProps) {
  const rows = [
    { id: "share", cells: [shareLabel, { text: String(share), value: share }] },
    { id: "base", cells: [baseLabel, { text: String(base), value: base }] },
  ];
  return (
    <ChartFrame text={text} table={{ columns, rows }}>
      <div className="flex flex-wrap items-center gap-x-8 gap-y-4">
        <svg aria-hidden="true" viewBox="-0.2 -0.2 10.4 10.4" className="w-48 shrink-0">
          {dots.map(({ index, x, y }) => (
            <circle
              key={index}
              cx={x + 0.5}
              cy={y + 0.5}
              r={0.33}
              strokeWidth={0.06}
              className={index < share ? "fill-accent stroke-accent" : "fill-none stroke-edge"}
            />
          ))}
          <path d={outlineOfFirst(base)} fill="none" strokeWidth={0.14} strokeLinejoin="round" className="stroke-ink" />
        </svg>
        <ul className="grid min-w-40 flex-1 gap-3">
          <li className="flex items-start gap-3">
            <span aria-hidden="true" className="mt-1 size-3 shrink-0 rounded-full bg-accent" />
            <span className="font-medium">{shareLabel}</span>
          </li>
          <li className="flex items-start gap-3 text-muted">
            <span aria-hidden="true" className="mt-1 size-3 shrink-0 border-2 border-ink" />
            {baseLabel}
          </li>
        </ul>
      </div>
    </ChartFrame>
  );
}
