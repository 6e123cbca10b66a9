import { cn } from "../../ui/cn";
import { shadeOf } from "./shade";
import { type HeatLabels, type HeatPair, type HeatVariable, pairKey, pairName } from "./types";

export type MatrixProps = {
  caption: string;
  variables: readonly HeatVariable[];
  pairs: readonly HeatPair[];
  labels: HeatLabels;
  format: (value: number) => string;
};

/** The lower half of the matrix: columns carry the number of the row they repeat. */
export function Matrix({ caption, variables, pairs, labels, format }: MatrixProps) {
  const byKey = new Map(pairs.map((pair) => [pairKey(pair.a, pair.b), pair]));
  const columns = variables.slice(0, -1);
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="relative min-w-0 overflow-x-auto rounded-sm max-sm:hidden"
    >
      <table className="border-separate border-spacing-0.5">
        <thead>
          <tr>
            <td />
            {columns.map(({ id, label }, index) => (
              <th key={id} scope="col" title={label} className="pb-1 font-medium text-muted">
                {index + 1}
                <span className="sr-only"> {label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {variables.map((row, rank) => (
            <tr key={row.id}>
              <th scope="row" className="sticky start-0 max-w-56 bg-paper py-1 pe-3 text-start font-medium">
                <span className="text-muted">{rank + 1}</span> <span className="wrap-anywhere">{row.label}</span>
              </th>
              {columns.slice(0, rank).map((column) => (
                <HeatCell
                  key={column.id}
                  pair={byKey.get(pairKey(row.id, column.id))}
                  name={pairName(labels, column.label, row.label)}
                  missing={labels.missing}
                  format={format}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type HeatCellProps = { pair: HeatPair | undefined; name: string; missing: string; format: (value: number) => string };

function HeatCell({ pair, name, missing, format }: HeatCellProps) {
  const value = pair?.value ?? null;
  if (value === null) {
    return (
      <td title={`${name}: ${missing}`} className="min-w-12 text-center text-muted">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{missing}</span>
      </td>
    );
  }
  const number = (
    <span className={cn("rounded-sm border border-dashed px-0.5", value < 0 ? "border-current" : "border-transparent")}>
      {format(value)}
    </span>
  );
  return (
    <td title={`${name}: ${format(value)}`} className={cn("min-w-12 p-0 text-center", shadeOf(value))}>
      {pair?.href === undefined ? (
        <span className="block px-1 py-2">{number}</span>
      ) : (
        <a href={pair.href} className="block px-1 py-2 hover:underline focus-visible:outline-offset-[-3px] focus-visible:outline-current">
          <span className="sr-only">{name}: </span>
          {number}
        </a>
      )}
    </td>
  );
}
