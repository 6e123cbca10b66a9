import "server-only";
import { z } from "zod";
import { metricColumn } from "./cohort-columns";
import { statedCount } from "./cohort-disclosure";
import { correlationInterval, type Interval, leastForCorrelation } from "./cohort-intervals";
import { askCohort, type Cohort, peopleOf } from "./cohort-people";
import { Prisma } from "./generated/client";
import type { Viewer } from "./viewer";

export type CorrelationPair = {
  a: string;
  b: string;
  /** Who has both. */
  people: number;
  /** Pearson's r; null under 20 people, or where one of the two does not vary. */
  r: number | null;
  /** The 95 % interval of r. */
  interval: Interval | null;
};

/** At most so many metrics at once: 91 pairs. */
export const mostCorrelated = 14;

const rowSchema = z.object({ people: z.array(z.int()), r: z.array(z.number().nullable()) });

/** How each two of at most 14 metrics go together, each pair among those who have both. Null where the viewer does not work in the team. */
export async function correlations(viewer: Viewer, cohort: Cohort, codes: readonly string[]): Promise<CorrelationPair[] | null> {
  const metrics = codes.slice(0, mostCorrelated);
  const pairs = metrics.flatMap((_, b) => metrics.slice(0, b).map((__, a) => [a, b] as const));
  if (pairs.length === 0) return [];
  const each = (aggregate: "corr" | "regr_count") =>
    Prisma.join(pairs.map(([a, b]) => Prisma.sql`${Prisma.raw(aggregate)}(${metricColumn(a)}, ${metricColumn(b)})`));
  const query = Prisma.sql`${peopleOf(viewer, cohort, metrics, null)}
    SELECT to_jsonb(ARRAY[${each("regr_count")}]) AS people, to_jsonb(ARRAY[${each("corr")}]) AS r FROM person`;
  const rows = await askCohort(viewer, cohort, rowSchema, query);
  if (rows === null) return null;
  return rows.flatMap(({ people, r }) =>
    pairs.map(([a, b], index) => stated(cohort, metrics[a] ?? "", metrics[b] ?? "", people[index] ?? 0, r[index] ?? null)),
  );
}

function stated({ scope }: Cohort, a: string, b: string, people: number, r: number | null): CorrelationPair {
  // Of everyone none: each pair has people of its own, and a single stranger among them would show.
  const shown = scope.kind !== "everyone" && people >= leastForCorrelation ? r : null;
  return { a, b, people: statedCount(scope, people), r: shown, interval: correlationInterval(shown, people) };
}
