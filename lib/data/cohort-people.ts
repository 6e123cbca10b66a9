import "server-only";
import { z } from "zod";
import { type AgeBandKey, ageBands } from "@/lib/measurements/age-bands";
import { type Zone, zones } from "@/lib/measurements/choices";
import type { Protocol } from "@/lib/measurements/vocabulary";
import { metricColumn, metricColumns, unpacked } from "./cohort-columns";
import { Prisma } from "./generated/client";
import type { Sex } from "./generated/enums";
import { uuidOrNone } from "./ids";
import { keptRows } from "./kept-answers";
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
 * SQL: `WITH … person AS (…)`, the people of a cohort who have all of `metrics`, each by their newest assessment within the
 * filters: athleteId, sex, age, band, zone, weightKg, stranger, and the metrics as m0, m1, …
 *
 * Of everyone, no difference between two answers may hold fewer than five people whom the viewer cannot look up otherwise
 * (their own athletes subtracted). So a division or filter by sex and age is answered from those cells of sex × age band
 * alone that are groups by themselves, and the undivided whole holds the others where they are a group together.
 */
export function peopleOf(viewer: Viewer, cohort: Cohort, metrics: readonly string[], division: Division): Prisma.Sql {
  return Prisma.sql`
    WITH measured AS MATERIALIZED (
      SELECT summary."athleteId", summary.sex::text AS sex, summary.age, ${bandOf} AS band,
        COALESCE(summary.zone, 'none') AS zone, summary."weightKg" ${metricColumns(metrics)}
      FROM (SELECT DISTINCT permitted."athleteId" FROM ${athletesOf(viewer, cohort.scope)} permitted) person
      CROSS JOIN LATERAL (
        SELECT summary.* FROM "AssessmentSummary" summary
        WHERE summary."athleteId" = person."athleteId" AND ${assessmentFilters(cohort)}
        ORDER BY summary."measuredAt" DESC, summary."assessmentId" DESC LIMIT 1
      ) summary ${unpacked(metrics)}
    ), ${cohort.scope.kind === "everyone" ? groupedPeople(viewer, cohort, metrics, division) : seenPeople(metrics)}`;
}

/** The rows of a query over a cohort, kept and read by a schema; null where the viewer does not work in the team. For lib/data only. */
export async function askCohort<Row>(viewer: Viewer, { scope }: Cohort, schema: z.ZodType<Row>, query: Prisma.Sql): Promise<Row[] | null> {
  return z
    .array(schema)
    .nullable()
    .parse(await keptRows(viewer, scope, query));
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
      ...personFilters(filters, { sex: Prisma.sql`summary.sex::text`, band: bandOf }),
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

function personFilters({ sex, ageBands: wanted }: CohortFilters, column: { sex: Prisma.Sql; band: Prisma.Sql }): Prisma.Sql[] {
  return [
    ...(sex === null ? [] : [Prisma.sql`${column.sex} = ${sex}`]),
    ...(wanted.length > 0 ? [Prisma.sql`${column.band} IN (${Prisma.join([...wanted])})`] : []),
  ];
}

/** The key of the age band; null below the youngest. */
const bandOf = Prisma.sql`(CASE ${Prisma.join(
  [...ageBands].reverse().map(({ key, from }) => Prisma.sql`WHEN summary.age >= ${from}::int THEN ${key}::text`),
  " ",
)} END)`;

function seenPeople(metrics: readonly string[]): Prisma.Sql {
  return Prisma.sql`person AS (SELECT *, false AS stranger FROM measured WHERE ${haveAll(metrics)})`;
}

/** Two or more metrics are asked for pair by pair: who lacks one may have another two. */
function haveAll(metrics: readonly string[]): Prisma.Sql {
  if (metrics.length === 0 || metrics.length > 2) return Prisma.sql`true`;
  return Prisma.join(
    metrics.map((_, index) => Prisma.sql`${metricColumn(index)} IS NOT NULL`),
    " AND ",
  );
}

function groupedPeople(viewer: Viewer, cohort: Cohort, metrics: readonly string[], division: Division): Prisma.Sql {
  const wanted = takesPersonFilters(cohort, division)
    ? personFilters(cohort.filters, { sex: Prisma.sql`sex`, band: Prisma.sql`band` })
    : [];
  const whole = wanted.length === 0 && division !== "sex" && division !== "age";
  return Prisma.sql`
    known AS (
      SELECT *, "athleteId" IS DISTINCT FROM ${viewer.athleteId}::uuid AND "athleteId" NOT IN ${coachedAthletes(viewer)} AS stranger
      FROM measured WHERE ${haveAll(metrics)}
    ), celled AS (
      SELECT *, ${isGroup(Prisma.sql`(PARTITION BY sex, band)`)} AS sound FROM known
    ), pooled AS (
      SELECT *, ${isGroup(Prisma.sql`(PARTITION BY sound)`)} AS together FROM celled
    ), person AS (
      SELECT * FROM pooled WHERE ${Prisma.join([whole ? Prisma.sql`(sound OR together)` : Prisma.sql`sound`, ...wanted], " AND ")}
    )`;
}

function isGroup(partition: Prisma.Sql): Prisma.Sql {
  const strangers = Prisma.sql`count(*) FILTER (WHERE stranger) OVER ${partition}`;
  return Prisma.sql`(count(*) OVER ${partition} >= ${leastOfGroup}::int AND (${strangers} = 0 OR ${strangers} >= ${leastOfGroup}::int))`;
}
