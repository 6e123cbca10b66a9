import "server-only";
import { z } from "zod";
import { type AgeBandKey, ageBands } from "@/lib/measurements/age-bands";
import { dictionary } from "@/lib/measurements/dictionary";
import {
  type Distribution,
  distributionOf,
  placeAmong,
  type Quantiles,
  quantileOf,
  rankIn,
  roundedQuantiles,
} from "@/lib/measurements/quantiles";
import type { Protocol } from "@/lib/measurements/vocabulary";
import { onceFor } from "@/lib/once-for";
import { athletesIn, athletesOf, bandOf, isStranger, leastOfGroup } from "./cohort-people";
import { Prisma } from "./generated/client";
import type { Sex } from "./generated/enums";
import { keptRows } from "./kept-answers";
import type { Viewer } from "./viewer";

export type { Quantiles } from "@/lib/measurements/quantiles";

// What values are usual, among the people of a team or among everyone who consented to be counted: from one row per person (their
// newest assessment of the protocol), values as AssessmentSummary holds them.
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
  const rows = await keptRows(viewer, scope, { row: rowSchema, of: (parts) => valuesOf(viewer, { scope, protocol }, codes, parts) });
  return rows && asked.map((each) => placesOf(each, rows, scope.kind));
}

const codesOf = (asked: readonly Asked[]): string[] => [...new Set(asked.flatMap(({ codes }) => codes))];

const rowSchema = z.object({
  part: z.int(),
  sex: z.enum(["female", "male"]),
  band: z.enum(ageBands.map(({ key }) => key)).nullable(),
  stranger: z.boolean(),
  /** By dictionary code. */
  values: z.record(z.string(), z.array(z.number())),
});
type Row = z.infer<typeof rowSchema>;

/** The values of the people of some parts, by sex, age band and whether the viewer cannot look them up otherwise. */
function valuesOf(viewer: Viewer, { scope, protocol }: Question, codes: readonly string[], parts: readonly number[]): Prisma.Sql {
  const stranger = isStranger(viewer, scope, Prisma.sql`person."athleteId"`, parts);
  return Prisma.sql`
    WITH newest AS (
      SELECT person.part, summary.sex::text AS sex, ${bandOf} AS band, ${stranger} AS stranger, summary.values
      FROM ${athletesIn(parts, athletesOf(viewer, scope))} person
      CROSS JOIN LATERAL (
        SELECT summary.* FROM "AssessmentSummary" summary
        WHERE summary."athleteId" = person."athleteId" AND summary.protocol = ${protocol}::"Protocol"
        ORDER BY summary."measuredAt" DESC, summary."assessmentId" DESC LIMIT 1
      ) summary
    ), measured AS (
      SELECT part, sex, band, stranger, measured.key AS code, array_agg(measured.value::float8) AS values
      FROM newest CROSS JOIN LATERAL jsonb_each(newest.values) measured
      WHERE measured.key = ANY(${[...codes]}::text[]) AND jsonb_typeof(measured.value) = 'number'
      GROUP BY part, sex, band, stranger, measured.key
    )
    SELECT part, sex, band, stranger, jsonb_object_agg(code, to_jsonb(values)) AS values
    FROM measured GROUP BY part, sex, band, stranger`;
}

/** Under this many people a tail is one person's value, and a rank says little. */
const enough = 20;

function placesOf({ cell, codes, values }: Asked, rows: readonly Row[], kind: ReferenceScope["kind"]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const code of codes) {
    const distribution = distributionIn(rows, kind, cell, code);
    const quantiles = quantilesOf(distribution, code, kind);
    if (quantiles === null || quantiles.n === 0) continue;
    const value = values.get(code);
    if (quantiles.n < enough || value === undefined) places.set(code, { quantiles, percentile: null });
    else places.set(code, { quantiles, percentile: kind === "everyone" ? placeAmong(quantiles, value) : rankIn(distribution, value) });
  }
  return places;
}

const distributionsOf = onceFor((_rows: readonly Row[]) => new Map<string, Distribution>());

/** The values of those of a cell who are counted, put in order once while the rows are the same. */
function distributionIn(rows: readonly Row[], kind: ReferenceScope["kind"], { sex, ageBand }: ReferenceCell, code: string): Distribution {
  const known = distributionsOf(rows);
  const key = `${sex} ${ageBand} ${code}`;
  const within = () => {
    const own = rows.filter((row) => (sex === undefined || row.sex === sex) && (ageBand === undefined || row.band === ageBand));
    return distributionOf((kind === "everyone" ? counted(own, code) : own).flatMap(({ values }) => values[code] ?? []));
  };
  const distribution = known.get(key) ?? within();
  known.set(key, distribution);
  return distribution;
}

/** The rows of those cells where a measurement's strangers are none or enough. */
function counted(rows: readonly Row[], code: string): Row[] {
  const cells = [...Map.groupBy(rows, ({ sex, band }) => (band === null ? null : `${sex} ${band}`))];
  return cells.flatMap(([cell, own]) => {
    const strangers = own.reduce((sum, { stranger, values }) => sum + (stranger ? (values[code]?.length ?? 0) : 0), 0);
    return cell !== null && (strangers === 0 || strangers >= leastOfGroup) ? own : [];
  });
}

function quantilesOf(distribution: Distribution, code: string, kind: ReferenceScope["kind"]): Quantiles | null {
  const at = (share: number) => quantileOf(distribution, share);
  const [p25, p50, p75] = [at(0.25), at(0.5), at(0.75)];
  if (p25 === null || p50 === null || p75 === null) return null;
  const n = distribution.length;
  const counted = kind === "everyone" ? n - (n % leastOfGroup) : n;
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
