import { ChartRow } from "../rows";
import { at, percentScale } from "../scale";

export type StrongPair = { id: string; name: string; value: number; valueText: string; href?: string };

/** What fits a phone in place of the matrix. */
export function Strongest({ heading, pairs }: { heading: string; pairs: readonly StrongPair[] }) {
  const x = percentScale([-1, 1]);
  return (
    <div className="grid gap-4 sm:hidden">
      <p className="text-muted">{heading}</p>
      {pairs.map(({ id, name, value, valueText, href }) => (
        <ChartRow
          key={id}
          label={
            href === undefined ? (
              <span className="wrap-anywhere">{name}</span>
            ) : (
              <a href={href} className="prose-link wrap-anywhere">
                {name}
              </a>
            )
          }
          value={valueText}
        >
          <svg aria-hidden="true" width="100%" height={14} className="block overflow-visible">
            <line x1="0" x2="100%" y1={7} y2={7} className="stroke-line" />
            <rect
              x={at(Math.min(x(value), 50))}
              width={at(Math.abs(x(value) - 50))}
              y={2}
              height={10}
              rx={2}
              className={value < 0 ? "fill-band stroke-[1.5] stroke-accent" : "fill-accent"}
            />
            <line x1="50%" x2="50%" y1={-2} y2={16} className="stroke-[1.5] stroke-ink" />
          </svg>
        </ChartRow>
      ))}
    </div>
  );
}
