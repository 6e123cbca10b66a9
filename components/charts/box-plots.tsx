import { type Axis, fixedAxis, roundAxis } from "./axis";
import { ChartFrame } from "./chart-frame";
import { numberCells } from "./numbers";
import { ChartRow } from "./rows";
import { at, type Domain } from "./scale";
import { TrackLine, Tracks } from "./tracks";
import type { ChartText } from "./types";

/** The ends are null where too few people stand behind them: then no line is drawn. */
export type Box = { low: number | null; q1: number; median: number; q3: number; high: number | null };

export type BoxRow = {
  id: string;
  label: string;
  /** Null where even the number is not shown. */
  people: number | null;
  /** "34 people", "fewer than 5 people" */
  peopleText: string;
  /** Null where too few people stand behind it. */
  box: Box | null;
  /** "median 1.24 m/s", or "not shown". */
  boxText: string;
  href?: string;
};

export type BoxPlotsProps = {
  rows: readonly BoxRow[];
  marker?: { value: number; label: string };
  /** What lines, box and bar are, in words. */
  whiskers: string;
  unit: string;
  /** For the numbers of the axis and the table. */
  locale: string;
  domain?: Domain;
  columns: readonly [group: string, people: string, low: string, q1: string, median: string, q3: string, high: string];
  empty: string;
  text: ChartText;
};

const parts = ["low", "q1", "median", "q3", "high"] as const;
const ticks = 4;

export function BoxPlots({ rows, marker, whiskers, unit, locale, domain, columns, empty, text }: BoxPlotsProps) {
  const values = rows.flatMap(({ box }) => (box ? [box.low ?? box.q1, box.high ?? box.q3] : []));
  const axis = domain ? fixedAxis(domain, ticks) : roundAxis(marker ? [...values, marker.value] : values, ticks);
  const cell = numberCells(locale);
  const people = new Intl.NumberFormat(locale);
  const table = {
    columns,
    rows: rows.map((row) => ({
      id: row.id,
      cells: [
        row.label,
        { text: row.people === null ? row.peopleText : people.format(row.people), value: row.people },
        ...parts.map((part) => cell(row.box?.[part] ?? null)),
      ],
    })),
  };
  return (
    <ChartFrame
      text={text}
      table={table}
      interactive={rows.some(({ href }) => href !== undefined)}
      empty={values.length === 0 ? empty : undefined}
    >
      <div className="grid gap-2">
        <p className="text-muted">{whiskers}</p>
        <Tracks axis={axis} unit={unit} locale={locale} marker={marker}>
          {rows.map(({ id, label, peopleText, box, boxText, href }) => (
            <ChartRow
              key={id}
              label={
                <span className="wrap-anywhere">
                  {href === undefined ? (
                    label
                  ) : (
                    <a href={href} className="prose-link">
                      {label}
                    </a>
                  )}
                  <span className="font-normal text-muted"> · {peopleText}</span>
                </span>
              }
              value={boxText}
            >
              {box && <BoxMark box={box} axis={axis} marker={marker?.value ?? null} />}
            </ChartRow>
          ))}
        </Tracks>
      </div>
    </ChartFrame>
  );
}

type BoxMarkProps = { box: Box; axis: Axis; marker: number | null };

function BoxMark({ box: { low, q1, median, q3, high }, axis: { place }, marker }: BoxMarkProps) {
  const ends = low === null || high === null ? [] : [low, high];
  return (
    <svg aria-hidden="true" width="100%" height={28} className="block overflow-visible">
      {low !== null && high !== null && (
        <line x1={at(place(low))} x2={at(place(high))} y1={14} y2={14} className="stroke-[1.5] stroke-accent" />
      )}
      {ends.map((end, index) => (
        <line
          key={index === 0 ? "low" : "high"}
          x1={at(place(end))}
          x2={at(place(end))}
          y1={8}
          y2={20}
          className="stroke-[1.5] stroke-accent"
        />
      ))}
      <rect x={at(place(q1))} width={at(place(q3) - place(q1))} y={4} height={20} rx={1} className="fill-band stroke-[1.5] stroke-accent" />
      <line x1={at(place(median))} x2={at(place(median))} y1={4} y2={24} className="stroke-[3] stroke-accent" />
      {marker !== null && <TrackLine x={place(marker)} height={28} className="stroke-2 stroke-ink" />}
    </svg>
  );
}
