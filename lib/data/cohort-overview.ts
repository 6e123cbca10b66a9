import "server-only";
import { z } from "zod";
import { fieldsOf } from "@/lib/measurements/dictionary";
import { type Protocol, protocolSchema } from "@/lib/measurements/vocabulary";
import { audit } from "./audit";
import { metricColumn } from "./cohort-columns";
import { statedCount } from "./cohort-disclosure";
import { askCohort, athletesOf, type Cohort, type CohortScope, leastOfGroup, peopleOf } from "./cohort-people";
import { database } from "./database";
import { Prisma } from "./generated/client";
import { uuidOrNone } from "./ids";
import { keptRows } from "./kept-answers";
import { listTeams } from "./teams";
import type { Viewer } from "./viewer";

export type CohortOverview = {
  /** People within the filters; of everyone, at least so many. */
  people: number;
  /** What at least five of them have, in the form's order, and how many have it. */
  metrics: { code: string; people: number }[];
};

const countsSchema = z.object({ people: z.int(), measured: z.array(z.int()) });

/**
 * How many people a cohort holds and what can be drawn of them; writes down that the viewer looked at it. Null where the viewer
 * does not work in the team.
 */
export async function readCohort(viewer: Viewer, cohort: Cohort): Promise<CohortOverview | null> {
  const { scope, filters } = cohort;
  const codes = fieldsOf({ protocol: filters.protocol }).flatMap(({ code, kind }) => (kind === "number" ? [code] : []));
  const counted = codes.map((_, index) => Prisma.sql`count(${metricColumn(index)})::int`);
  const query = Prisma.sql`${peopleOf(viewer, cohort, codes, null)}
    SELECT count(*)::int AS people, to_jsonb(ARRAY[${Prisma.join(counted)}]) AS measured FROM person`;
  const rows = await askCohort(viewer, cohort, countsSchema, query);
  if (rows === null) return null;
  const targets = scope.kind === "teams" ? (await listTeams(viewer)).map(({ id }) => id) : [targetOf(scope)];
  const events = targets.map((target) => ({ actor: viewer.userId, subject: null, action: "cohort.viewed" as const, target }));
  await database().$transaction((transaction) => audit(transaction, ...events));
  const [{ people, measured } = { people: 0, measured: [] }] = rows;
  return {
    people: statedCount(scope, people),
    metrics: codes.flatMap((code, index) => {
      const having = measured[index] ?? 0;
      return having >= leastOfGroup ? [{ code, people: statedCount(scope, having) }] : [];
    }),
  };
}

const targetOf = (scope: CohortScope): string => (scope.kind === "team" ? uuidOrNone(scope.teamId) : scope.kind);

const protocolsSchema = z.array(z.object({ protocol: protocolSchema })).nullable();

/** The protocol in which most people of a scope were assessed; walking where it is undecided. */
export async function usualProtocol(viewer: Viewer, scope: CohortScope): Promise<Protocol> {
  const query = Prisma.sql`
    SELECT person.protocol::text AS protocol
    FROM (
      SELECT DISTINCT summary."athleteId", summary.protocol FROM "AssessmentSummary" summary
      WHERE summary."athleteId" IN ${athletesOf(viewer, scope)}
    ) person
    GROUP BY person.protocol
    ORDER BY count(*) DESC, person.protocol LIMIT 1`;
  const rows = await keptRows(viewer, scope, query);
  return protocolsSchema.parse(rows)?.[0]?.protocol ?? "walk";
}
