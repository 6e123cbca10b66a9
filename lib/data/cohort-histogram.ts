import "server-only";
import { z } from "zod";
import { type Counted, statedCount, visibleGroups } from "./cohort-disclosure";
import { askCohort, type Cohort, peopleOf } from "./cohort-people";
import { Prisma } from "./generated/client";
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

const binSchema = z.object({
  sex: z.enum(["female", "male"]),
  bin: z.int(),
  people: z.int(),
  strangers: z.int(),
  bins: z.int(),
  low: z.number(),
  step: z.number(),
});

const bounds = { team: { low: 0, high: 1 }, everyone: { low: 0.05, high: 0.95 } };

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
  const { scope } = cohort;
  const everyone = scope.kind === "everyone";
  const within = bounds[everyone ? "everyone" : "team"];
  const wanted = everyone
    ? Prisma.sql`LEAST(GREATEST(count(*) / 20, 3), 12)::float8`
    : Prisma.sql`LEAST(GREATEST(ceil(log(2, count(*)::numeric)) + 1, 5), 16)::float8`;
  const query = Prisma.sql`${peopleOf(viewer, cohort, [code], "values")}, scaled AS (
      SELECT sex, stranger, m0 * ${scale}::float8 AS value FROM person
    ), extent AS (
      SELECT percentile_cont(${within.low}::float8) WITHIN GROUP (ORDER BY value) AS least,
        percentile_cont(${within.high}::float8) WITHIN GROUP (ORDER BY value) AS greatest,
        ${wanted} AS wanted
      FROM scaled HAVING count(*) > 0
    ), rough AS (
      SELECT *, GREATEST((greatest - least) / wanted, power(10::float8, -${decimals}::int)) AS size FROM extent
    ), stepped AS (
      SELECT *, decade * (
        CASE WHEN size / decade <= 1.0000001 THEN 1 WHEN size / decade <= 2.0000001 THEN 2
          WHEN size / decade <= 2.5000001 AND decade > power(10::float8, -${decimals}::int) * 1.0000001 THEN 2.5
          WHEN size / decade <= 5.0000001 THEN 5 ELSE 10 END) AS step
      FROM (SELECT *, power(10::float8, floor(log(size))) AS decade FROM rough) sized
    ), edges AS (
      SELECT step, floor(least / step + 1e-9) * step AS low,
        GREATEST((floor(greatest / step + 1e-9) - floor(least / step + 1e-9) + 1)::int, 1) AS bins
      FROM stepped
    ), binned AS (
      SELECT scaled.sex, scaled.stranger, edges.*,
        LEAST(GREATEST(width_bucket(scaled.value / edges.step + 1e-9, edges.low / edges.step, edges.low / edges.step + edges.bins, edges.bins), 1), edges.bins) AS bin
      FROM scaled CROSS JOIN edges
    )
    SELECT sex, bin, count(*)::int AS people, count(*) FILTER (WHERE stranger)::int AS strangers, bins, low, step
    FROM binned GROUP BY sex, bin, bins, low, step`;
  const rows = await askCohort(viewer, cohort, binSchema, query);
  if (rows === null) return null;
  const [first] = rows;
  if (first === undefined) return { bins: [], openEnded: false, series: [] };
  const edge = (index: number) => Number((first.low + index * first.step).toPrecision(12));
  return {
    bins: Array.from({ length: first.bins }, (_, index) => ({ from: edge(index), to: edge(index + 1) })),
    openEnded: everyone,
    series: (["female", "male"] as const).flatMap((sex) => {
      const counted = Array.from({ length: first.bins }, (_, index) => countedIn(rows, sex, index + 1));
      const people = counted.reduce((sum, each) => sum + each.people, 0);
      return people === 0 ? [] : [{ sex, ...statedCounts(cohort, counted) }];
    }),
  };
}

function countedIn(rows: readonly z.infer<typeof binSchema>[], sex: Sex, bin: number): Counted {
  return rows.find((row) => row.sex === sex && row.bin === bin) ?? { people: 0, strangers: 0 };
}

/** Of everyone, an empty bin is not told from one with too few. */
function statedCounts({ scope }: Cohort, counted: readonly Counted[]): { people: number; counts: (number | null)[] } {
  const shown = new Set(visibleGroups(scope, counted).shown);
  const none = scope.kind === "everyone" ? null : 0;
  return {
    people: statedCount(
      scope,
      counted.reduce((sum, { people }) => sum + people, 0),
    ),
    counts: counted.map((bin) => (shown.has(bin) ? statedCount(scope, bin.people) : none)),
  };
}
