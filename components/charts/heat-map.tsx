import { cn } from "../ui/cn";
import { ChartFrame } from "./chart-frame";
import { Matrix } from "./heat/matrix";
import { shades } from "./heat/shade";
import { Strongest, type StrongPair } from "./heat/strongest";
import { type HeatLabels, type HeatPair, type HeatVariable, pairName } from "./heat/types";
import type { ChartText } from "./types";

export type { HeatLabels, HeatPair, HeatVariable } from "./heat/types";

export type HeatMapProps = {
  variables: readonly HeatVariable[];
  pairs: readonly HeatPair[];
  labels: HeatLabels;
  locale: string;
  columns: readonly [a: string, b: string, correlation: string, people: string];
  empty: string;
  text: ChartText;
};

const listed = 10;

/** The strongest first, whichever way they point. */
export function strongest(pairs: readonly HeatPair[], count: number): (HeatPair & { value: number })[] {
  return pairs
    .flatMap((pair) => (pair.value === null ? [] : [{ ...pair, value: pair.value }]))
    .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .slice(0, count);
}

export function HeatMap({ variables, pairs, labels, locale, columns, empty, text }: HeatMapProps) {
  const number = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: "negative" });
  const people = new Intl.NumberFormat(locale);
  const format = (value: number) => number.format(value).replace("-", "−");
  const names = new Map(variables.map(({ id, label }) => [id, label]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const table = {
    columns,
    rows: pairs.map((pair) => ({
      id: `${pair.a} ${pair.b}`,
      cells: [
        nameOf(pair.a),
        nameOf(pair.b),
        { text: pair.value === null ? labels.missing : format(pair.value), value: pair.value },
        { text: pair.people === null ? labels.missing : people.format(pair.people), value: pair.people },
      ],
    })),
  };
  const strong = strongest(pairs, listed).map(
    ({ a, b, value, href }): StrongPair => ({
      id: `${a} ${b}`,
      name: pairName(labels, nameOf(a), nameOf(b)),
      value,
      valueText: format(value),
      href,
    }),
  );
  return (
    <ChartFrame text={text} table={table} interactive empty={strong.length === 0 ? empty : undefined}>
      <div className="grid gap-3">
        <Matrix caption={text.title} variables={variables} pairs={pairs} labels={labels} format={format} />
        <Scale labels={labels} />
        <Strongest heading={labels.strongest} pairs={strong} />
      </div>
    </ChartFrame>
  );
}

function Scale({ labels }: { labels: HeatLabels }) {
  return (
    <p aria-hidden="true" className="flex flex-wrap items-center gap-x-6 gap-y-2 text-muted max-sm:hidden">
      <span className="inline-flex items-center gap-2">
        {labels.weak}
        <span className="flex">
          {shades.map((shade) => (
            <span key={shade} className={cn("h-4 w-7", shade)} />
          ))}
        </span>
        {labels.strong}
      </span>
      <span className="inline-flex items-center gap-2">
        <span className="rounded-sm border border-ink border-dashed px-1 text-ink">−</span>
        {labels.negative}
      </span>
    </p>
  );
}
