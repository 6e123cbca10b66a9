import "server-only";
import { z } from "zod";
import { type AgeBandKey, ageBands } from "@/lib/measurements/age-bands";
import { dictionary } from "@/lib/measurements/dictionary";
import {
  type Distribution,
  peopleIn,
  placeAmong,
  type Quantiles,
  quantileOf,
  rankIn,
  roundedQuantiles,
} from "@/lib/measurements/quantiles";
import type { Protocol } from "@/lib/measurements/vocabulary";
import { Prisma } from "./generated/client";
import type { Sex } from "./generated/enums";
import { keptRows } from "./kept-answers";
import { coachedAthletes } from "./permissions";
import type { Viewer } from "./viewer";

export type { Quantiles } from "@/lib/measurements/quantiles";

// What values are usual, among the people of a team or among everyone who consented to be counted: computed in the database,
// from one row per person (their newest assessment of the protocol), values as AssessmentSummary holds them.
//
// A team's members see its people one by one, so a team's figures are exact. Of everyone else they see nobody, so there:
// - people are told apart by whole sex and age bands only;
// - a person counts only where at least five people the viewer cannot see otherwise share their sex, band and measurement
//   (or none does: then nothing new is shown). Every answer is thus a union of such cells, and so is the difference between any
//   two answers, also after subtracting oneself and the people of one's own teams: nobody is left alone in it;
// - the number of people is rounded down to a multiple of five, and values to a step of about a twentieth of the spread, so
//   that one person more or less does not show as a value;
// - a percentile is read from those rounded figures, so that asking about many values tells nothing more.

export type ReferenceScope = { kind: "team"; teamId: string } | { kind: "everyone" };

/** Who is counted; without a sex or an age band, people of all. The age is that on the day of the assessment. */
export type ReferenceCell = { sex?: Sex; ageBand?: AgeBandKey };

type Question = { scope: ReferenceScope; protocol: Protocol };

/**
 * Quantiles by dictionary code, in the dictionary's units; a code that nobody (among everyone: too few) measured is absent.
 * Null where the viewer does not work in the team.
 */
export async function readReference(
  viewer: Viewer,
  { codes, sex, ageBand, ...question }: Question & ReferenceCell & { codes: readonly string[] },
): Promise<ReadonlyMap<string, Quantiles> | null> {
  const found = await readReferences(viewer, { ...question, cells: [{ sex, ageBand }], codes });
  return found?.[0] ?? null;
}

/** {@link readReference} for several cells at once, in their order, with one query. */
export async function readReferences(
  viewer: Viewer,
  { scope, protocol, cells, codes }: Question & { cells: readonly ReferenceCell[]; codes: readonly string[] },
): Promise<ReadonlyMap<string, Quantiles>[] | null> {
  const places = await placesIn(viewer, { scope, protocol, asked: cells.map((cell) => ({ cell, codes, values: new Map() })) });
  return places?.map((place) => new Map([...place].map(([code, { quantiles }]) => [code, quantiles]))) ?? null;
}

/**
 * Of 100 people of a cell, how many have a lower value (half of those with an equal one counted): 0 to 100, in the order asked;
 * null where fewer than 20 people can be compared with. Null in all where the viewer does not work in the team.
 */
export async function percentilesOf(
  viewer: Viewer,
  { scope, protocol, asked }: Question & { asked: readonly { cell: ReferenceCell; code: string; value: number }[] },
): Promise<(number | null)[] | null> {
  const each = asked.map(({ cell, code, value }) => ({ cell, codes: [code], values: new Map([[code, value]]) }));
  const places = await placesIn(viewer, { scope, protocol, asked: each });
  return places === null ? null : asked.map(({ code }, index) => places[index]?.get(code)?.percentile ?? null);
}

export type Place = {
  quantiles: Quantiles;
  /** As {@link percentilesOf}; null where no value was asked about. */
  percentile: number | null;
};

export type Asked = { cell: ReferenceCell; codes: readonly string[]; values: ReadonlyMap<string, number> };

/**
 * Quantiles and the percentiles of values, for several people with a cell of their own, with one query over all `codes` that
 * may be asked about: the same question for whoever is asked about, so that its answer is kept. For lib/data only.
 */
export async function placesIn(
  viewer: Viewer,
  { scope, protocol, asked, codes = codesOf(asked) }: Question & { codes?: readonly string[]; asked: readonly Asked[] },
): Promise<ReadonlyMap<string, Place>[] | null> {
  const cells = distinctCells(asked.map(({ cell }) => cell));
  const measured = scope.kind === "team" ? teamValues(viewer, scope.teamId, protocol, codes) : everyonesValues(viewer, protocol, codes);
  const found = rowsSchema.nullable().parse(await keptRows(viewer, scope, distributionsOf(measured, cells)));
  return found && asked.map((each) => placesOf(each, found, scope.kind));
}

const codesOf = (asked: readonly Asked[]): string[] => [...new Set(asked.flatMap(({ codes }) => codes))];

type BoundedCell = { key: string; sex: Sex | null; from: number | null; to: number | null };

const keyOf = ({ sex, ageBand }: ReferenceCell): string => `${sex ?? "all"} ${ageBand ?? "all"}`;

function distinctCells(cells: readonly ReferenceCell[]): BoundedCell[] {
  const bounded = cells.map((cell): [string, BoundedCell] => {
    const band = ageBands.find(({ key }) => key === cell.ageBand);
    return [keyOf(cell), { key: keyOf(cell), sex: cell.sex ?? null, from: band?.from ?? null, to: band?.to ?? null }];
  });
  return [...new Map(bounded).values()];
}

/** One row per person and measurement: sex, age, code, value. */
function newestValues(people: Prisma.Sql, protocol: Protocol, codes: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT newest."athleteId", newest.sex::text AS sex, newest.age, measured.key COLLATE "C" AS code, measured.value::float8 AS value
    FROM ${people} person
    CROSS JOIN LATERAL (
      SELECT summary.* FROM "AssessmentSummary" summary
      WHERE summary."athleteId" = person."athleteId" AND summary.protocol = ${protocol}::"Protocol"
      ORDER BY summary."measuredAt" DESC, summary."assessmentId" DESC
      LIMIT 1
    ) newest
    CROSS JOIN LATERAL jsonb_each(newest.values) measured
    WHERE measured.key = ANY(${[...codes]}::text[]) AND jsonb_typeof(measured.value) = 'number'`;
}

/** One row per sex, age, measurement and value: how many people. */
const teamValues = (viewer: Viewer, teamId: string, protocol: Protocol, codes: readonly string[]): Prisma.Sql => {
  const people = Prisma.sql`(SELECT DISTINCT * FROM ${coachedAthletes(viewer, teamId)} coached)`;
  return Prisma.sql`
    SELECT sex, age, code, value, count(*) AS people FROM (${newestValues(people, protocol, codes)}) newest
    GROUP BY sex, age, code, value`;
};

/** The fewest people, unknown to the viewer, among whom one is counted. */
const fewest = 5;

const consented = Prisma.sql`(SELECT consent."athleteId" FROM "ReferenceConsent" consent WHERE consent."revokedAt" IS NULL)`;

/** As {@link teamValues}; the age is the youngest of the band. */
function everyonesValues(viewer: Viewer, protocol: Protocol, codes: readonly string[]): Prisma.Sql {
  const bands = Prisma.join(ageBands.map(({ from, to }) => Prisma.sql`(${from}::int, ${to}::int)`));
  return Prisma.sql`
    WITH everyone AS MATERIALIZED (
      SELECT newest.sex, band."from" AS age, known.id IS NOT NULL AS known, newest.code, newest.value, count(*) AS people
      FROM (${newestValues(consented, protocol, codes)}) newest
      JOIN (VALUES ${bands}) AS band("from", "to")
        ON newest.age >= band."from" AND (band."to" IS NULL OR newest.age <= band."to")
      LEFT JOIN (
        SELECT own.id FROM "Athlete" own WHERE own."userId" = ${viewer.userId}::uuid OR own.id IN ${coachedAthletes(viewer)}
      ) known ON known.id = newest."athleteId"
      GROUP BY newest.sex, band."from", known.id IS NOT NULL, newest.code, newest.value
    ),
    shown AS (
      SELECT sex, age, code FROM everyone
      GROUP BY sex, age, code
      HAVING COALESCE(sum(people) FILTER (WHERE NOT known), 0) = 0 OR sum(people) FILTER (WHERE NOT known) >= ${fewest}
    )
    SELECT sex, age, code, value, people FROM everyone JOIN shown USING (sex, age, code)`;
}

/** A row per cell and code: the values, each once and ascending, and how many have it. */
function distributionsOf(measured: Prisma.Sql, cells: readonly BoundedCell[]): Prisma.Sql {
  return Prisma.sql`
    WITH measured AS (${measured}),
    counted AS (
      SELECT cell.key AS cell, measured.code, measured.value, sum(measured.people)::int AS people
      FROM jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) AS cell(key text, sex text, "from" int, "to" int)
      JOIN measured ON (cell.sex IS NULL OR measured.sex = cell.sex)
        AND (cell."from" IS NULL OR measured.age >= cell."from") AND (cell."to" IS NULL OR measured.age <= cell."to")
      GROUP BY cell.key, measured.code, measured.value
    )
    SELECT cell, code, to_jsonb(array_agg(value ORDER BY value)) AS values, to_jsonb(array_agg(people ORDER BY value)) AS counts
    FROM counted GROUP BY cell, code`;
}

const rowsSchema = z.array(z.object({ cell: z.string(), code: z.string(), values: z.array(z.number()), counts: z.array(z.number()) }));
type Rows = z.infer<typeof rowsSchema>;

/** Under this many people a tail is one person's value, and a rank says little. */
const enough = 20;

function placesOf({ cell, codes, values }: Asked, rows: Rows, kind: ReferenceScope["kind"]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const row of rows) {
    if (row.cell !== keyOf(cell) || !codes.includes(row.code)) continue;
    const quantiles = quantilesOf(row, row.code, kind);
    if (quantiles === null || quantiles.n === 0) continue;
    const value = values.get(row.code);
    if (quantiles.n < enough || value === undefined) places.set(row.code, { quantiles, percentile: null });
    else places.set(row.code, { quantiles, percentile: kind === "everyone" ? placeAmong(quantiles, value) : rankIn(row, value) });
  }
  return places;
}

function quantilesOf(distribution: Distribution, code: string, kind: ReferenceScope["kind"]): Quantiles | null {
  const at = (share: number) => quantileOf(distribution, share);
  const [p25, p50, p75] = [at(0.25), at(0.5), at(0.75)];
  if (p25 === null || p50 === null || p75 === null) return null;
  const n = peopleIn(distribution);
  const counted = kind === "everyone" ? n - (n % fewest) : n;
  // Of everyone the tails are nobody's to see: where the viewer knows most of a group, an end of it is a stranger's value.
  const none = { p5: null, p10: null, p90: null, p95: null };
  const tails = kind !== "everyone" && counted >= enough ? { p5: at(0.05), p10: at(0.1), p90: at(0.9), p95: at(0.95) } : none;
  const quantiles = { n: counted, p25, p50, p75, ...tails };
  return kind === "everyone" ? roundedQuantiles(quantiles, decimalsOf(code)) : quantiles;
}

function decimalsOf(code: string): number {
  const field = dictionary.get(code);
  return field?.kind === "number" ? field.decimals : 2;
}
