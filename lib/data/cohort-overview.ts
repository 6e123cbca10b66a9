import "server-only";
import { z } from "zod";
import { fieldsOf } from "@/lib/measurements/dictionary";
import { type Protocol, protocolSchema } from "@/lib/measurements/vocabulary";
import { audit } from "./audit";
import { askCohort, cellSchema } from "./cohort-cells";
import { metricColumn } from "./cohort-columns";
import { statedCount, together } from "./cohort-disclosure";
import { athletesIn, athletesOf, type Cohort, type CohortScope, leastOfGroup } from "./cohort-people";
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

const countsSchema = cellSchema.extend({ measured: z.array(z.int()) });

/**
 * How many people a cohort holds and what can be drawn of them; writes down that the viewer looked at it. Null where the viewer
 * does not work in the team.
 */
export async function readCohort(viewer: Viewer, cohort: Cohort): Promise<CohortOverview | null> {
  const { scope, filters } = cohort;
  const codes = fieldsOf({ protocol: filters.protocol }).flatMap(({ code, kind }) => (kind === "number" ? [code] : []));
  const counted = codes.map((_, index) => Prisma.sql`count(${metricColumn(index)})::int`);
  const rows = await askCohort(viewer, cohort, null, {
    metrics: codes,
    sums: Prisma.sql`to_jsonb(ARRAY[${Prisma.join(counted)}]) AS measured`,
    row: countsSchema,
  });
  if (rows === null) return null;
  const targets = scope.kind === "teams" ? (await listTeams(viewer)).map(({ id }) => id) : [targetOf(scope)];
  const events = targets.map((target) => ({ actor: viewer.userId, subject: null, action: "cohort.viewed" as const, target }));
  await database().$transaction((transaction) => audit(transaction, ...events));
  return {
    people: statedCount(scope, together(rows).people),
    metrics: codes.flatMap((code, index) => {
      const having = rows.reduce((sum, { measured }) => sum + (measured[index] ?? 0), 0);
      return having >= leastOfGroup ? [{ code, people: statedCount(scope, having) }] : [];
    }),
  };
}

const targetOf = (scope: CohortScope): string => (scope.kind === "team" ? uuidOrNone(scope.teamId) : scope.kind);

const protocolsSchema = z.object({ part: z.int(), protocol: protocolSchema, people: z.int() });

/** The protocol in which most people of a scope were assessed; walking where it is undecided. */
export async function usualProtocol(viewer: Viewer, scope: CohortScope): Promise<Protocol> {
  const rows = await keptRows(viewer, scope, {
    row: protocolsSchema,
    of: (parts) => Prisma.sql`
      SELECT person.part, person.protocol::text AS protocol, count(*)::int AS people
      FROM (
        SELECT DISTINCT whose.part, summary."athleteId", summary.protocol
        FROM ${athletesIn(parts, athletesOf(viewer, scope))} whose
        JOIN "AssessmentSummary" summary ON summary."athleteId" = whose."athleteId"
      ) person
      GROUP BY person.part, person.protocol`,
  });
  const people = (protocol: Protocol) => (rows ?? []).filter((row) => row.protocol === protocol).reduce((sum, row) => sum + row.people, 0);
  return protocolSchema.options.toSorted((one, other) => people(other) - people(one))[0] ?? "walk";
}
