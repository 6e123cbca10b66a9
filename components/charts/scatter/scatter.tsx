"use client";

import { useDeferredValue, useMemo, useState } from "react";
import { Button } from "../../ui/button";
import { Disclosure } from "../../ui/disclosure";
import { ChartFrame } from "../chart-frame";
import { SeriesKey } from "../series";
import type { ChartTable, ChartText } from "../types";
import { CsvButton } from "./csv-button";
import { type PackedPoints, unpacked } from "./packed";
import { Plot } from "./plot";
import { Ranges } from "./ranges";
import type { ScatterAxis, ScatterGroup, ScatterLabels, ScatterLine, ScatterMean, ScatterPoint } from "./types";
import { useSelection } from "./use-selection";
import { axisFormat, axisName, fill } from "./words";

export type { PackedPoints } from "./packed";
export type { ScatterAxis, ScatterGroup, ScatterLabels, ScatterLine, ScatterMean, ScatterPoint } from "./types";

export type ScatterProps = {
  points: PackedPoints;
  /** At most nine, in an order that stays: it fixes colour and shape. Those without points are left out of the key. */
  groups: readonly ScatterGroup[];
  x: ScatterAxis;
  y: ScatterAxis;
  line?: ScatterLine;
  means?: readonly ScatterMean[];
  meansLabel?: string;
  locale: string;
  labels: ScatterLabels;
  columns: readonly [name: string, group: string];
  /** Null where nothing is selected. */
  onSelect?: (ids: readonly string[] | null) => void;
  height?: number;
  empty: string;
  text: ChartText;
};

const tableRows = 100;

/** A selection belongs to its axes: other axes begin anew. */
export function Scatter({ points: packed, ...props }: ScatterProps) {
  const { groups, x, y } = props;
  const points = useMemo(() => unpacked(packed, groups), [packed, groups]);
  return <Chart key={`${axisName(x)} ${axisName(y)}`} points={points} {...props} />;
}

type ChartProps = Omit<ScatterProps, "points"> & { points: readonly ScatterPoint[] };

function Chart(props: ChartProps) {
  const { points, groups, x, y, line, means, meansLabel, locale, labels, columns, onSelect, height = 400, empty, text } = props;
  const selection = useSelection(points, onSelect);
  const [pointed, setPointed] = useState<ScatterPoint | null>(null);
  const { view, brush, inView, shown } = selection;
  const listed = useDeferredValue(shown);
  const current = pointed && shown.includes(pointed) ? pointed : null;

  const number = new Intl.NumberFormat(locale);
  const format = { x: axisFormat(x, locale), y: axisFormat(y, locale) };
  const groupName = (id: string) => groups.find((group) => group.id === id)?.label ?? id;
  const inWords = (point: ScatterPoint) =>
    [point.label, groupName(point.group), `${x.label} ${format.x(point.x)}`, `${y.label} ${format.y(point.y)}`].filter(Boolean).join(" · ");
  const openName = (point: ScatterPoint) => `${labels.open} ${point.label}`;
  const tableOf = (rows: readonly ScatterPoint[]): ChartTable => ({
    columns: [...columns, axisName(x), axisName(y)],
    rows: rows.map((point) => ({
      id: point.id,
      cells: [
        point.label,
        groupName(point.group),
        { text: format.x(point.x), value: point.x },
        { text: format.y(point.y), value: point.y },
      ],
    })),
  });
  const counts = { selected: number.format(shown.length), count: number.format(points.length) };
  const cut =
    listed.length > tableRows
      ? { rows: tableRows, note: fill(labels.first, { shown: number.format(tableRows), count: number.format(listed.length) }) }
      : undefined;

  return (
    <ChartFrame
      text={text}
      table={tableOf(listed.slice(0, tableRows + 1))}
      cut={cut}
      csv={<CsvButton text={text} table={() => tableOf(shown)} />}
      interactive
      empty={points.length === 0 ? empty : undefined}
    >
      <div className="grid gap-3">
        <Key groups={groups} points={points} line={line} meansLabel={means?.length ? meansLabel : undefined} />
        <div>
          <p className="pb-2 text-muted">{axisName(y)}</p>
          <div className="ps-12 pe-3 pb-7">
            <Plot
              view={view}
              brush={brush}
              inView={inView}
              shown={shown}
              groups={groups}
              line={line}
              means={means}
              locale={locale}
              height={height}
              current={current}
              onCurrent={setPointed}
              onBrush={selection.select}
              walkName={fill(labels.marks, { axis: x.label })}
              inWords={inWords}
              openName={openName}
            />
          </div>
          <p className="text-end text-muted">{axisName(x)}</p>
        </div>
        <div data-chart-control className="no-print grid gap-2">
          <p className="min-h-10">
            {current ? <span className="font-medium">{inWords(current)}</span> : <span className="text-muted">{labels.prompt}</span>}
            {current?.href && (
              <>
                {" "}
                <a href={current.href} className="prose-link whitespace-nowrap">
                  {openName(current)}
                </a>
              </>
            )}
          </p>
          <div className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1">
            <p role="status" className="tabular-nums">
              {fill(brush ? labels.selected : labels.shown, counts)}
            </p>
            {brush && shown.length > 0 && (
              <Button variant="quiet" size="small" onClick={selection.zoom}>
                {labels.zoom}
              </Button>
            )}
            {brush && (
              <Button variant="quiet" size="small" onClick={() => selection.select(null)}>
                {labels.clear}
              </Button>
            )}
            {selection.zoomed && (
              <Button variant="quiet" size="small" onClick={selection.reset}>
                {labels.reset}
              </Button>
            )}
          </div>
          <p className="text-muted">{labels.drag}</p>
          <Disclosure quiet summary={labels.ranges}>
            <Ranges view={view} brush={brush} axes={{ x, y }} labels={labels} locale={locale} onBrush={selection.select} />
          </Disclosure>
        </div>
      </div>
    </ChartFrame>
  );
}

function Key({ groups, points, line, meansLabel }: Pick<ChartProps, "groups" | "points" | "line" | "meansLabel">) {
  const present = new Set(points.map(({ group }) => group));
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1">
      {groups.map(
        ({ id, label }, look) =>
          present.has(id) && (
            <li key={id} className="flex items-center gap-1">
              <SeriesKey index={look} />
              {label}
            </li>
          ),
      )}
      {meansLabel !== undefined && (
        <li className="flex items-center gap-2 text-muted">
          <span aria-hidden="true" className="size-3.5 rounded-full border-2 border-ink" />
          {meansLabel}
        </li>
      )}
      {line && (
        <li className="flex items-center gap-2 text-muted">
          <svg aria-hidden="true" width="22" height="16" className="shrink-0">
            <line x1="0" x2="22" y1="8" y2="8" strokeDasharray="6 4" className="stroke-[1.5] stroke-ink" />
          </svg>
          {line.label}
        </li>
      )}
    </ul>
  );
}
