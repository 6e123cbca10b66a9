import { type Axis, fixedAxis, roundAxis } from "./axis";
import { ChartFrame } from "./chart-frame";
import { numberCells } from "./numbers";
import { ChartRow } from "./rows";
import { at, type Domain } from "./scale";
import { TrackLine, Tracks } from "./tracks";
import type { Cell, ChartText } from "./types";

export type PersonDot = {
  id: string;
  label: string;
  /** Null where it was not measured: nothing is drawn. */
  value: number | null;
  /** The ends of the interval; null where there is none. */
  low: number | null;
  high: number | null;
  /** What the value is held against: the own age, the base rate. */
  tick?: number | null;
  /** "52 (41 to 63)", or "not measured". */
  valueText: string;
  note?: string;
  href?: string;
  /** For the table and the download alone: the cells of `moreColumns`. */
  more?: readonly Cell[];
};

export type PeopleDotsProps = {
  rows: readonly PersonDot[];
  reference?: { low: number; high: number; median: number | null; label: string };
  /** What the tick is: "own age". */
  tickLabel?: string;
  unit: string;
  /** For the numbers of the axis and the table. */
  locale: string;
  /** By default around all that is shown. */
  domain?: Domain;
  /** The last where rows have a tick. */
  columns: readonly [name: string, value: string, low: string, high: string, tick?: string];
  moreColumns?: readonly string[];
  empty: string;
  text: ChartText;
};

const ticks = 4;

function shownValues(rows: readonly PersonDot[], reference: PeopleDotsProps["reference"]): number[] {
  const own = rows.filter(({ value }) => value !== null).flatMap(({ value, low, high, tick }) => [value, low, high, tick ?? null]);
  const all = reference ? [...own, reference.low, reference.high] : own;
  return all.filter((value) => value !== null);
}

export function PeopleDots({ rows, reference, tickLabel, unit, locale, domain, columns, moreColumns = [], empty, text }: PeopleDotsProps) {
  const axis = domain ? fixedAxis(domain, ticks) : roundAxis(shownValues(rows, reference), ticks);
  const ticked = rows.some(({ tick }) => tick !== null && tick !== undefined);
  const cell = numberCells(locale);
  const table = {
    columns: [...columns.slice(0, 4), ...(ticked ? [columns[4] ?? tickLabel ?? ""] : [])]
      .filter((column) => column !== undefined)
      .concat(moreColumns),
    rows: rows.map(({ id, label, value, low, high, tick = null, valueText, more = [] }) => ({
      id,
      cells: [label, { text: valueText, value }, cell(low), cell(high), ...(ticked ? [cell(tick)] : []), ...more],
    })),
  };
  const nobody = rows.every(({ value }) => value === null);
  return (
    <ChartFrame text={text} table={table} interactive={rows.some(({ href }) => href !== undefined)} empty={nobody ? empty : undefined}>
      <div className="grid gap-2">
        <Keys reference={reference} tickLabel={ticked ? tickLabel : undefined} />
        <Tracks axis={axis} unit={unit} locale={locale} band={reference}>
          {rows.map((row) => (
            <ChartRow key={row.id} label={<Name row={row} />} value={row.valueText} note={row.note}>
              {row.value !== null && <Dot row={row} value={row.value} axis={axis} median={reference?.median ?? null} />}
            </ChartRow>
          ))}
        </Tracks>
      </div>
    </ChartFrame>
  );
}

function Name({ row: { label, href } }: { row: PersonDot }) {
  if (href === undefined) return <span className="wrap-anywhere">{label}</span>;
  return (
    <a href={href} className="prose-link wrap-anywhere">
      {label}
    </a>
  );
}

type DotProps = { row: PersonDot; value: number; axis: Axis; median: number | null };

function Dot({ row: { low, high, tick }, value, axis: { place }, median }: DotProps) {
  return (
    <svg aria-hidden="true" width="100%" height={24} className="block overflow-visible">
      {median !== null && <TrackLine x={place(median)} height={24} className="stroke-2 stroke-reference" />}
      {low !== null && high !== null && (
        <>
          <rect x={at(place(low))} width={at(place(high) - place(low))} y={6} height={12} className="fill-band" />
          {[low, high].map((end, index) => (
            <line
              key={index === 0 ? "low" : "high"}
              x1={at(place(end))}
              x2={at(place(end))}
              y1={6}
              y2={18}
              className="stroke-[1.5] stroke-accent"
            />
          ))}
        </>
      )}
      {tick !== null && tick !== undefined && <Tick x={at(place(tick))} />}
      <circle cx={at(place(value))} cy={12} r={5} className="fill-accent stroke-2 stroke-surface" />
    </svg>
  );
}

function Tick({ x }: { x: string }) {
  return (
    <svg aria-hidden="true" x={x} y={0} className="overflow-visible">
      <path d="M0 3V21" className="fill-none stroke-2 stroke-ink" />
      <path d="M-4 2H4L0 8Z" className="fill-ink" />
    </svg>
  );
}

function Keys({ reference, tickLabel }: Pick<PeopleDotsProps, "reference" | "tickLabel">) {
  if (!reference && tickLabel === undefined) return null;
  return (
    <p aria-hidden="true" className="flex flex-wrap gap-x-6 gap-y-1 text-muted">
      {tickLabel !== undefined && (
        <span className="inline-flex items-center gap-2">
          <svg aria-hidden="true" width="12" height="24">
            <Tick x="6" />
          </svg>
          {tickLabel}
        </span>
      )}
      {reference && (
        <span className="inline-flex items-center gap-2">
          <span className="flex h-4 w-5 shrink-0 justify-center border-reference border-x border-dashed bg-figure">
            {reference.median !== null && <span className="w-0.5 bg-reference" />}
          </span>
          {reference.label}
        </span>
      )}
    </p>
  );
}
