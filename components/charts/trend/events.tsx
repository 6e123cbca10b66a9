import { at } from "../scale";
import type { ChartTable } from "../types";
import type { PlacedEvent } from "./types";

/** A note is a round mark, a recall a square one; the number leads to its words beneath the chart. */
function EventMark({ kind, number }: Pick<PlacedEvent, "kind" | "number">) {
  return (
    <>
      {kind === "note" ? (
        <circle r={8} className="fill-surface stroke-[1.5] stroke-ink" />
      ) : (
        <rect x={-8} y={-8} width={16} height={16} rx={2} className="fill-surface stroke-[1.5] stroke-ink" />
      )}
      <text textAnchor="middle" dy="0.35em" className="fill-ink font-semibold text-sm" fontSize={12}>
        {number}
      </text>
    </>
  );
}

export function EventMarks({ events }: { events: readonly PlacedEvent[] }) {
  return events.map(({ id, x, kind, number }) => (
    <g key={id}>
      <line x1={at(x)} x2={at(x)} y1="0" y2="100%" strokeDasharray={kind === "recall" ? "6 3" : "2 3"} className="stroke-ink opacity-60" />
      <svg aria-hidden="true" x={at(x)} y={0} className="overflow-visible">
        <EventMark kind={kind} number={number} />
      </svg>
    </g>
  ));
}

export function EventList({ events }: { events: readonly PlacedEvent[] }) {
  if (events.length === 0) return null;
  return (
    <ol className="grid gap-1 pt-3">
      {events.map(({ id, kind, number, dateText, label }) => (
        <li key={id} className="flex items-start gap-2">
          <svg aria-hidden="true" width="20" height="20" className="shrink-0 overflow-visible">
            <svg aria-hidden="true" x={10} y={10} className="overflow-visible">
              <EventMark kind={kind} number={number} />
            </svg>
          </svg>
          <span className="min-w-0 wrap-anywhere">
            <span className="text-muted">{dateText}</span> {label}
          </span>
        </li>
      ))}
    </ol>
  );
}

export function eventRow({ id, dateText, label }: PlacedEvent, sided: boolean): ChartTable["rows"][number] {
  return { id: `event-${id}`, cells: [dateText, ...(sided ? ["–"] : []), { text: "–", value: null }, label] };
}
