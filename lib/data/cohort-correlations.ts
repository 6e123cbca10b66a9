import "server-only";
import { z } from "zod";
import { askCohort, cellSchema } from "./cohort-cells";
import { statedCount } from "./cohort-disclosure";
import { correlationInterval, type Interval, leastForCorrelation } from "./cohort-intervals";
import { associationIn, type Moments, momentsOf, momentsSchema, together } from "./cohort-moments";
import type { Cohort } from "./cohort-people";
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

const rowSchema = cellSchema.extend({ moments: z.array(momentsSchema) });

/** How each two of at most 14 metrics go together, each pair among those who have both. Null where the viewer does not work in the team. */
export async function correlations(viewer: Viewer, cohort: Cohort, codes: readonly string[]): Promise<CorrelationPair[] | null> {
  const metrics = codes.slice(0, mostCorrelated);
  const pairs = metrics.flatMap((_, b) => metrics.slice(0, b).map((__, a) => [a, b] as const));
  if (pairs.length === 0) return [];
  const rows = await askCohort(viewer, cohort, null, {
    metrics,
    sums: Prisma.sql`to_jsonb(ARRAY[${Prisma.join(pairs.map(([a, b]) => momentsOf(a, b)))}]) AS moments`,
    row: rowSchema,
  });
  if (rows === null) return null;
  return pairs.map(([a, b], index) => {
    const moments = together(rows.flatMap((row) => row.moments[index] ?? []));
    return stated(cohort, metrics[a] ?? "", metrics[b] ?? "", moments);
  });
}

function stated({ scope }: Cohort, a: string, b: string, moments: Moments): CorrelationPair {
  const people = moments.count;
  // Of everyone none: each pair has people of its own, and a single stranger among them would show.
  const shown = scope.kind !== "everyone" && people >= leastForCorrelation ? (associationIn(moments)?.r ?? null) : null;
  return { a, b, people: statedCount(scope, people), r: shown, interval: correlationInterval(shown, people) };
}
