import { ChartFrame } from "./chart-frame";
import { ChartRow } from "./rows";
import { at, type Domain, padded, percentScale } from "./scale";
import type { ChartText } from "./types";

export type MetricIntervalsProps = {
  rows: readonly {
    id: string;
    label: string;
    value: number;
    /** 95 % interval. */
    low: number;
    high: number;
    /** Chance, the prior or the mean age; null where there is none. */
    baseline: number | null;
    /** "0.84 (0.80 to 0.88)" */
    valueText: string;
    baselineText: string | null;
    /** Where the row's axis begins and ends; by default just around what it shows. */
    domain?: Domain;
  }[];
  /** What the grey mark is: "without the model". */
  baselineLabel: string;
  columns: readonly [name: string, value: string, low: string, high: string, baseline: string];
  /** For the numbers in the table. */
  locale: string;
  text: ChartText;
};

export function MetricIntervals({ rows, baselineLabel, columns, locale, text }: MetricIntervalsProps) {
  const format = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const cell = (value: number | null) => ({ text: value === null ? "–" : format.format(value), value });
  const table = {
    columns,
    rows: rows.map(({ id, label, value, low, high, baseline }) => ({
      id,
      cells: [label, cell(value), cell(low), cell(high), cell(baseline)],
    })),
  };
  return (
    <ChartFrame text={text} table={table}>
      <div className="grid gap-5">
        {rows.map(({ id, label, value, low, high, baseline, valueText, baselineText, domain }) => {
          const x = percentScale(domain ?? padded([low, high, value, ...(baseline === null ? [] : [baseline])]));
          return (
            <ChartRow
              key={id}
              label={label}
              value={valueText}
              note={
                baselineText && (
                  <span className="inline-flex items-center gap-2">
                    <span aria-hidden="true" className="size-2.5 rotate-45 border-2 border-reference" />
                    {baselineLabel} {baselineText}
                  </span>
                )
              }
            >
              <svg aria-hidden="true" width="100%" height={24} className="block overflow-visible">
                <line x1="0" x2="100%" y1={12} y2={12} className="stroke-line" />
                <rect x={at(x(low))} width={at(x(high) - x(low))} y={6} height={12} className="fill-band" />
                {[low, high].map((end) => (
                  <line key={end} x1={at(x(end))} x2={at(x(end))} y1={6} y2={18} className="stroke-[1.5] stroke-accent" />
                ))}
                {baseline !== null && (
                  <svg aria-hidden="true" x={at(x(baseline))} y={12} className="overflow-visible">
                    <path d="M0 -6L6 0L0 6L-6 0Z" className="fill-surface stroke-2 stroke-reference" />
                  </svg>
                )}
                <circle cx={at(x(value))} cy={12} r={5} className="fill-accent" />
              </svg>
            </ChartRow>
          );
        })}
      </div>
    </ChartFrame>
  );
}
