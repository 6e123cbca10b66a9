import { tickFormat } from "./axis";
import { ChartFrame } from "./chart-frame";
import { EndLabels } from "./people/end-labels";
import { type PlacedPerson, peopleGeometry } from "./people/geometry";
import { PeopleLines } from "./people/lines";
import type { PersonTrend } from "./people/types";
import { at } from "./scale";
import { SeriesMark } from "./series";
import type { ChartText } from "./types";
import { ValueGrid } from "./value-grid";

export type { PersonTrend, PersonTrendPoint } from "./people/types";

export type PeopleTrendsProps = {
  /** At most six, in an order that stays: it fixes each one's look. */
  people: readonly PersonTrend[];
  band?: { low: number; high: number; label: string };
  /** Above the axis: "m/s". */
  unit: string;
  /** For the axis numbers. */
  locale: string;
  columns: readonly [person: string, date: string, value: string];
  height?: number;
  empty: string;
  text: ChartText;
};

const labelHeight = 21;

export function PeopleTrends({ people, band, unit, locale, columns, height = 240, empty, text }: PeopleTrendsProps) {
  const geometry = peopleGeometry(people, band, (100 * labelHeight) / height);
  const table = {
    columns,
    rows: people.flatMap(({ id, label, points }) =>
      points
        .toSorted((a, b) => Date.parse(a.date) - Date.parse(b.date))
        .map((point) => ({
          id: `${id}-${point.id}`,
          cells: [label, point.dateText, { text: point.valueText, value: point.value }],
        })),
    ),
  };
  const linked = people.some(({ points }) => points.some(({ href }) => href !== undefined));
  return (
    <ChartFrame text={text} table={table} interactive={linked} empty={geometry ? undefined : empty}>
      {geometry && (
        <>
          <p aria-hidden="true" className="flex justify-between gap-4 pb-4 text-muted">
            <span>{unit}</span>
            {band && (
              <span className="inline-flex items-center gap-2">
                <span className="h-3 w-5 border-reference border-y border-dashed bg-figure" />
                {band.label}
              </span>
            )}
          </p>
          <div className="flex ps-10">
            <div className="relative min-w-0 flex-1" style={{ height }}>
              <svg aria-hidden="true" width="100%" height="100%" className="block overflow-visible">
                <ValueGrid ticks={geometry.ticks} format={tickFormat(locale, geometry.decimals)} band={geometry.band} />
                <PeopleLines people={geometry.people} />
                {geometry.people.map((person) => (
                  <Marks key={person.id} person={person} />
                ))}
              </svg>
              {geometry.people.map((person) => (
                <PointLinks key={person.id} person={person} />
              ))}
              <p aria-hidden="true" className="flex justify-between gap-4 whitespace-nowrap pt-3 text-muted">
                <span>{geometry.first}</span>
                {geometry.first !== geometry.last && <span>{geometry.last}</span>}
              </p>
            </div>
            <EndLabels people={geometry.people} />
          </div>
          <div className="h-8" />
        </>
      )}
    </ChartFrame>
  );
}

function Marks({ person: { index, points } }: { person: PlacedPerson }) {
  return points.map(
    ({ id, x, y }) => y !== null && <SeriesMark key={id} index={index} x={at(x)} y={at(y)} className="stroke-[1.5] stroke-surface" />,
  );
}

function PointLinks({ person: { label, points } }: { person: PlacedPerson }) {
  return points.map(
    ({ id, x, y, href, dateText, valueText }) =>
      href !== undefined &&
      y !== null && (
        <a
          key={id}
          href={href}
          title={`${label}, ${dateText}: ${valueText}`}
          style={{ left: at(x), top: at(y) }}
          className="absolute size-6 -translate-x-1/2 -translate-y-1/2 rounded-full hover:bg-ink/10"
        >
          <span className="sr-only">
            {label}, {dateText}: {valueText}
          </span>
        </a>
      ),
  );
}
