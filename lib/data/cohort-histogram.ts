import "server-only";
import { type Distribution, distributionOf, quantileOf } from "@/lib/measurements/quantiles";
import { type Counted, statedCount, together, visibleGroups } from "./cohort-disclosure";
import type { Cohort } from "./cohort-people";
import { askValues, type Values, valuesIn } from "./cohort-values";
import type { Sex } from "./generated/enums";
import type { Viewer } from "./viewer";

export type CohortHistogram = {
  /** Neighbours, ascending, in the dictionary's unit times `scale`; a value on an edge is of the bin above it. */
  bins: { from: number; to: number }[];
  /** Whether the first and the last bin also hold what lies beyond them, as those of everyone do. */
  openEnded: boolean;
  /** By sex, as far as there are people: how many in each bin; null where too few to be shown. */
  series: { sex: Sex; people: number; counts: (number | null)[] }[];
};

/**
 * How many people have which value, by sex. Steps are 1, 2, 2.5 or 5 times a power of ten in the reader's unit, which is `scale` times
 * the dictionary's, and no finer than its `decimals`. Everyone is divided as a whole, without filters of sex and age, and between
 * the 5th and the 95th percentile. Null where the viewer does not work in the team.
 */
export async function histogram(
  viewer: Viewer,
  cohort: Cohort,
  code: string,
  { scale, decimals }: { scale: number; decimals: number },
): Promise<CohortHistogram | null> {
  const everyone = cohort.scope.kind === "everyone";
  const rows = await askValues(viewer, cohort, code, "values");
  if (rows === null) return null;
  const scaled = rows.map((row) => ({ ...row, values: row.values.map((value) => value * scale) }));
  const edges = edgesOf(distributionOf(valuesIn(scaled)), { everyone, decimals });
  if (edges === null) return { bins: [], openEnded: false, series: [] };
  const edge = (index: number) => Number(((edges.first + index) * edges.step).toPrecision(12));
  return {
    bins: Array.from({ length: edges.bins }, (_, index) => ({ from: edge(index), to: edge(index + 1) })),
    openEnded: everyone,
    series: (["female", "male"] as const).flatMap((sex) => {
      const own = scaled.filter((row) => row.sex === sex);
      return own.length === 0 ? [] : [{ sex, ...statedCounts(cohort, countedIn(own, edges)) }];
    }),
  };
}

/** Bins of one width, of which the first begins at `first` times it. */
type Edges = { step: number; first: number; bins: number };

/** What a value may lack of an edge by rounding. */
const nearly = 1e-9;

/** Null of nobody. */
function edgesOf(values: Distribution, { everyone, decimals }: { everyone: boolean; decimals: number }): Edges | null {
  const [low, high] = [quantileOf(values, everyone ? 0.05 : 0), quantileOf(values, everyone ? 0.95 : 1)];
  if (low === null || high === null) return null;
  const wanted = everyone ? within(Math.floor(values.length / 20), 3, 12) : within(Math.ceil(Math.log2(values.length)) + 1, 5, 16);
  const step = stepOf((high - low) / wanted, 10 ** -decimals);
  const [first, last] = [Math.floor(low / step + nearly), Math.floor(high / step + nearly)];
  return { step, first, bins: last - first + 1 };
}

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** No smaller than wanted, nor than the finest. */
function stepOf(wanted: number, finest: number): number {
  const size = Math.max(wanted, finest);
  const decade = 10 ** Math.floor(Math.log10(size) + nearly);
  const factors = decade > finest * (1 + nearly) ? [1, 2, 2.5, 5] : [1, 2, 5];
  return decade * (factors.find((factor) => size / decade <= factor * (1 + nearly)) ?? 10);
}

function countedIn(rows: readonly Values[], { step, first, bins }: Edges): Counted[] {
  const counted = Array.from({ length: bins }, () => ({ people: 0, strangers: 0 }));
  for (const { values, strangers } of rows)
    for (const value of values) {
      const bin = counted[within(Math.floor(value / step + nearly) - first, 0, bins - 1)];
      if (bin === undefined) continue;
      bin.people += 1;
      // Who is in one row is a stranger like all in it, or known like all.
      if (strangers > 0) bin.strangers += 1;
    }
  return counted;
}

/** Of everyone, an empty bin is not told from one with too few. */
function statedCounts({ scope }: Cohort, counted: readonly Counted[]): { people: number; counts: (number | null)[] } {
  const shown = new Set(visibleGroups(scope, counted).shown);
  const none = scope.kind === "everyone" ? null : 0;
  return {
    people: statedCount(scope, together(counted).people),
    counts: counted.map((bin) => (shown.has(bin) ? statedCount(scope, bin.people) : none)),
  };
}
