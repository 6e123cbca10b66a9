import { at } from "../scale";
import { SeriesKey, seriesStyle } from "../series";
import type { PlacedPerson } from "./geometry";

/** The names at the lines' ends, moved apart, each joined to its line. */
export function EndLabels({ people }: { people: readonly PlacedPerson[] }) {
  return (
    <div aria-hidden="true" className="relative w-[38%] max-w-48 shrink-0">
      <svg aria-hidden="true" width="10" height="100%" className="absolute inset-y-0 start-0 overflow-visible">
        {people.map(({ id, index, end }) => (
          <line key={id} x1="0" x2="100%" y1={at(end.y)} y2={at(end.label)} className={seriesStyle(index).stroke} />
        ))}
      </svg>
      {people.map(({ id, index, label, end }) => (
        <span
          key={id}
          title={label}
          style={{ top: at(end.label) }}
          className="absolute start-3 end-0 flex -translate-y-1/2 items-center gap-1 font-medium text-ink"
        >
          <SeriesKey index={index} />
          <span className="truncate">{label}</span>
        </span>
      ))}
    </div>
  );
}
