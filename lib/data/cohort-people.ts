import "server-only";
import { type AgeBandKey, ageBands } from "@/lib/measurements/age-bands";
import { type Zone, zones } from "@/lib/measurements/choices";
import type { Protocol } from "@/lib/measurements/vocabulary";
import { metricColumn, metricColumns, unpacked } from "./cohort-columns";
import { Prisma } from "./generated/client";
import type { Sex } from "./generated/enums";
import { uuidOrNone } from "./ids";
import { coachedAthletes } from "./permissions";
import type { Viewer } from "./viewer";

/**
 * Whose numbers: the athletes of one team or of all teams the viewer works in, each of whom the viewer may look up; or
 * everyone who agreed to be counted without a name, of whom only groups may be seen.
 */
export type CohortScope = { kind: "team"; teamId: string } | { kind: "teams" } | { kind: "everyone" };

export const cohortZones = [...zones, "none"] as const;
/** The zone of the stated injury; `none` where none was stated. */
export type CohortZone = Zone | "none";

/** Null and empty mean all. `weight` in kg and the days ("YYYY-MM-DD", UTC) with both bounds. Everyone is filtered by sex and age band alone. */
export type CohortFilters = {
  protocol: Protocol;
  zones: readonly CohortZone[];
  sex: Sex | null;
  ageBands: readonly AgeBandKey[];
  weight: { from: number | null; to: number | null };
  dates: { from: string | null; to: string | null };
};

export type Cohort = { scope: CohortScope; filters: CohortFilters };

/** By what the people of a view are divided; `values` are the bins of a histogram. Null: not at all. */
export type Division = "zone" | "sex" | "age" | "values" | null;

/** Fewer people than this are no group that others may see. */
export const leastOfGroup = 5;

/** Whether a view takes the filters of sex and age: everyone divided in another way is not cut a second time. */
export function takesPersonFilters({ scope }: Cohort, division: Division): boolean {
  return scope.kind !== "everyone" || (division !== "zone" && division !== "values");
}

/**
 * SQL: `WITH … person AS (…)`, the people of some parts of a cohort who have all of `metrics`, each by their newest assessment
 * within the filters: part, athleteId, sex, band, zone, stranger (of everyone: whom the viewer cannot look up otherwise), place
 * (in their part, by chance, the same each time), and the metrics as m0, m1, …
 */
export function peopleOf(viewer: Viewer, cohort: Cohort, metrics: readonly string[], parts: readonly number[]): Prisma.Sql {
  const stranger = isStranger(viewer, cohort.scope, Prisma.sql`measured."athleteId"`, parts);
  return Prisma.sql`
    WITH measured AS (
      SELECT person.part, summary."athleteId", summary.sex::text AS sex, ${bandOf} AS band,
        COALESCE(summary.zone, 'none') AS zone ${metricColumns(metrics)}
      FROM ${athletesIn(parts, athletesOf(viewer, cohort.scope))} person
      CROSS JOIN LATERAL (
        SELECT summary.* FROM "AssessmentSummary" summary
        WHERE summary."athleteId" = person."athleteId" AND ${assessmentFilters(cohort)}
        ORDER BY summary."measuredAt" DESC, summary."assessmentId" DESC LIMIT 1
      ) summary ${unpacked(metrics)}
    ), person AS (
      SELECT *, ${stranger} AS stranger, row_number() OVER (PARTITION BY part ORDER BY md5("athleteId"::text))::int AS place
      FROM measured WHERE ${haveAll(metrics)}
    )`;
}

/** SQL: a subselect of the part and the id of each of some athletes who is in one of the parts. */
export function athletesIn(parts: readonly number[], athletes: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT DISTINCT cohort_part(whole."athleteId") AS part, whole."athleteId" FROM ${athletes} whole
    WHERE cohort_part(whole."athleteId") = ANY(${[...parts]}::int[])
  )`;
}

/** SQL: whether an athlete of the parts is one of everyone whom the viewer cannot look up otherwise. */
export function isStranger(viewer: Viewer, scope: CohortScope, athleteId: Prisma.Sql, parts: readonly number[]): Prisma.Sql {
  if (scope.kind !== "everyone") return Prisma.sql`false`;
  return Prisma.sql`(${athleteId} IS DISTINCT FROM ${viewer.athleteId}::uuid
    AND ${athleteId} NOT IN (SELECT own."athleteId" FROM ${athletesIn(parts, coachedAthletes(viewer))} own))`;
}

/** SQL: a subselect of the ids of whom a scope is about. */
export function athletesOf(viewer: Viewer, scope: CohortScope): Prisma.Sql {
  if (scope.kind === "team") return coachedAthletes(viewer, uuidOrNone(scope.teamId));
  if (scope.kind === "teams") return coachedAthletes(viewer);
  return Prisma.sql`(SELECT reference."athleteId" FROM "ReferenceConsent" reference WHERE reference."revokedAt" IS NULL)`;
}

function assessmentFilters({ scope, filters }: Cohort): Prisma.Sql {
  const protocol = Prisma.sql`summary.protocol = ${filters.protocol}::"Protocol"`;
  if (scope.kind === "everyone") return protocol;
  const { zones: wanted, weight, dates } = filters;
  return Prisma.join(
    [
      protocol,
      ...(filters.sex === null ? [] : [Prisma.sql`summary.sex::text = ${filters.sex}`]),
      ...(filters.ageBands.length > 0 ? [Prisma.sql`${bandOf} IN (${Prisma.join([...filters.ageBands])})`] : []),
      ...(wanted.length > 0 ? [Prisma.sql`COALESCE(summary.zone, 'none') IN (${Prisma.join([...wanted])})`] : []),
      ...(weight.from === null ? [] : [Prisma.sql`summary."weightKg" >= ${weight.from}::float8`]),
      ...(weight.to === null ? [] : [Prisma.sql`summary."weightKg" <= ${weight.to}::float8`]),
      ...(dates.from === null ? [] : [Prisma.sql`summary."measuredAt" >= (${dates.from}::text || 'T00:00:00Z')::timestamptz`]),
      ...(dates.to === null
        ? []
        : [Prisma.sql`summary."measuredAt" < (${dates.to}::text || 'T00:00:00Z')::timestamptz + interval '24 hours'`]),
    ],
    " AND ",
  );
}

/** SQL: the key of the age band of a `summary`; null below the youngest. */
export const bandOf = Prisma.sql`(CASE ${Prisma.join(
  [...ageBands].reverse().map(({ key, from }) => Prisma.sql`WHEN summary.age >= ${from}::int THEN ${key}::text`),
  " ",
)} END)`;

/** Two or more metrics are asked for pair by pair: who lacks one may have another two. */
function haveAll(metrics: readonly string[]): Prisma.Sql {
  if (metrics.length === 0 || metrics.length > 2) return Prisma.sql`true`;
  return Prisma.join(
    metrics.map((_, index) => Prisma.sql`${metricColumn(index)} IS NOT NULL`),
    " AND ",
  );
}
