import "server-only";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { type AgeBandKey, ageBands } from "@/lib/measurements/age-bands";
import type { Zone } from "@/lib/measurements/choices";
import { ageAt } from "@/lib/measurements/derived";
import { protocolSchema } from "@/lib/measurements/vocabulary";
import { audit } from "./audit";
import { athletesIn } from "./cohort-people";
import { database } from "./database";
import { Prisma } from "./generated/client";
import type { Sex } from "./generated/enums";
import { uuidOrNone } from "./ids";
import { keptRows } from "./kept-answers";
import { dateText } from "./model-columns";
import { coachedAthletes, coachedThrough, permittedTeams } from "./permissions";
import { rosterFlags } from "./roster-line";
import { searchName } from "./search-name";
import type { Viewer } from "./viewer";

// A team's athletes, a page at a time, from the lines that summaries.ts keeps. Every order has its index, and a page begins
// where the one before ended, so that it costs the same in a team of five and of five thousand.

export const rosterSorts = ["name", "last", "age", "injury", "change", "asymmetry", "due"] as const;
export type RosterSort = (typeof rosterSorts)[number];
export type RosterDirection = "up" | "down";

/** The order in which each is looked at first. */
export const usualDirection: Readonly<Record<RosterSort, RosterDirection>> = {
  name: "up",
  last: "down",
  age: "down",
  injury: "down",
  change: "down",
  asymmetry: "down",
  due: "up",
};

/** Null is any. A zone is that of the injury stated last, or the one that stands out. */
export type RosterFilters = { sex: Sex | null; ageBand: AgeBandKey | null; zone: Zone | null; overdue: boolean; flagged: boolean };

export type RosterQuery = {
  sort: RosterSort;
  direction: RosterDirection;
  filters: RosterFilters;
  /** The athlete after whom the page begins; the first page where they are not in the roster. */
  after?: string;
  limit: number;
};

const lineSchema = z.object({
  athleteId: z.string(),
  name: z.string(),
  identifier: z.string().nullable(),
  sex: z.enum(["female", "male"]),
  birthDate: z.date(),
  assessmentCount: z.number(),
  lastAssessmentId: z.string().nullable(),
  lastMeasuredAt: z.date().nullable(),
  lastTimeZone: z.string().nullable(),
  lastProtocol: protocolSchema.nullable(),
  gaitAge: z.number().nullable(),
  gaitAgeLower: z.number().nullable(),
  gaitAgeUpper: z.number().nullable(),
  ageGap: z.number().nullable(),
  injuryClass: z.string().nullable(),
  injuryShare: z.number().nullable(),
  injuryBase: z.number().nullable(),
  injuryStandsOut: z.boolean(),
  injuryZone: z.string().nullable(),
  changeColumn: z.string().nullable(),
  changeFrom: z.number().nullable(),
  changeTo: z.number().nullable(),
  changeSize: z.number().nullable(),
  asymmetryField: z.string().nullable(),
  asymmetryPercent: z.number().nullable(),
  flags: z.array(z.enum(rosterFlags)),
  sparkline: z.array(z.number()),
  dueOn: z.date().nullable(),
});

export type RosterRow = ReturnType<typeof rowOf>;

export type RosterPage = {
  rows: RosterRow[];
  /** `after` of the next page; null on the last one. */
  next: string | null;
  /** How many athletes the filters let through, and how many the team has. */
  matching: number;
  total: number;
};

/** A page of a team's roster; null where the viewer does not work in the team. `today` is "YYYY-MM-DD". */
export async function readRoster(
  viewer: Viewer,
  teamId: string,
  { sort, direction, filters, after, limit }: RosterQuery,
  today = dateText(new Date()),
): Promise<RosterPage | null> {
  const lines = await linesOf(viewer, teamId);
  if (!lines) return null;
  const wanted = filterOf(filters, today);
  const [from, total, matching] = await Promise.all([
    after === undefined ? null : positionOf(lines, sort, after),
    countAthletes(viewer, lines),
    isFiltered(filters) ? countLines(lines, wanted) : null,
  ]);
  const found = await readLines(Prisma.sql`
    ${partOf(lines, wanted, { sort, direction, from, limit: limit + 1 })} LIMIT ${limit + 1}`);
  const rows = found.slice(0, limit).map((line) => rowOf(line, today));
  await database().$transaction((transaction) =>
    audit(transaction, { actor: viewer.userId, subject: null, action: "roster.viewed", target: lines.teamId }),
  );
  return { rows, next: found.length > limit ? (rows.at(-1)?.athleteId ?? null) : null, matching: matching ?? total, total };
}

/** A team's athletes whose name or identifier holds the text, by name; null where the viewer does not work in the team. */
export async function searchRoster(
  viewer: Viewer,
  teamId: string,
  text: string,
  limit = 50,
  today = dateText(new Date()),
): Promise<RosterRow[] | null> {
  const lines = await linesOf(viewer, teamId);
  if (!lines) return null;
  const part = `%${searchName(text).replace(/[\\%_]/g, "\\$&")}%`;
  const found = await readLines(Prisma.sql`
    SELECT line.* FROM ${lines.from} AND (line."searchName" LIKE ${part} OR lower(line."identifier") LIKE ${part})
    ORDER BY line."searchName", line."athleteId" LIMIT ${limit}`);
  await database().$transaction((transaction) =>
    audit(transaction, { actor: viewer.userId, subject: null, action: "roster.viewed", target: lines.teamId }),
  );
  return found.map((line) => rowOf(line, today));
}

type Lines = { teamId: string; from: Prisma.Sql };

/** What follows FROM in a query over the lines of a team that the viewer may see; null where they do not work in it. */
async function linesOf(viewer: Viewer, teamId: string): Promise<Lines | null> {
  const team = await database().team.findFirst({
    where: { AND: [{ id: uuidOrNone(teamId) }, permittedTeams(viewer, "view")] },
    select: { id: true },
  });
  if (!team) return null;
  const from = Prisma.sql`"RosterEntry" line WHERE line."teamId" = ${team.id}::uuid AND ${coachedThrough(viewer, Prisma.sql`line`)}`;
  return { teamId: team.id, from };
}

const countSchema = z.object({ part: z.int(), athletes: z.int() });

/** How many athletes have a line: as many as share with the team. */
async function countAthletes(viewer: Viewer, { teamId }: Lines): Promise<number> {
  const counts = await keptRows(
    viewer,
    { kind: "team", teamId },
    {
      row: countSchema,
      of: (parts) => Prisma.sql`
      SELECT athlete.part, count(*)::int AS athletes FROM ${athletesIn(parts, coachedAthletes(viewer, teamId))} athlete GROUP BY athlete.part`,
    },
  );
  return (counts ?? []).reduce((sum, { athletes }) => sum + athletes, 0);
}

async function countLines({ from }: Lines, wanted: Prisma.Sql): Promise<number> {
  const rows = await database().$queryRaw`SELECT count(*)::int AS count FROM ${from} AND ${wanted}`;
  return z.tuple([z.object({ count: z.int() })]).parse(rows)[0].count;
}

async function readLines(query: Prisma.Sql) {
  return z.array(lineSchema).parse(await database().$queryRaw(query));
}

const isFiltered = ({ sex, ageBand, zone, overdue, flagged }: RosterFilters): boolean =>
  sex !== null || ageBand !== null || zone !== null || overdue || flagged;

function filterOf({ sex, ageBand, zone, overdue, flagged }: RosterFilters, today: string): Prisma.Sql {
  const born = bornBetween(ageBand, today);
  const conditions = [
    Prisma.sql`TRUE`,
    ...(sex ? [Prisma.sql`line."sex" = ${sex}::"Sex"`] : []),
    ...(born.after ? [Prisma.sql`line."birthDate" > ${born.after}::date`] : []),
    ...(born.until ? [Prisma.sql`line."birthDate" <= ${born.until}::date`] : []),
    ...(zone ? [Prisma.sql`(line."injuryZone" = ${zone} OR (line."injuryClass" = ${zone} AND line."injuryStandsOut"))`] : []),
    ...(overdue ? [Prisma.sql`line."dueOn" < ${today}::date`] : []),
    ...(flagged ? [Prisma.sql`cardinality(line."flags") > 0`] : []),
  ];
  return Prisma.join(conditions, " AND ");
}

/** The birth dates of those who are within an age band today. */
function bornBetween(key: AgeBandKey | null, today: string): { after: string | null; until: string | null } {
  const band = ageBands.find((each) => each.key === key);
  if (!band) return { after: null, until: null };
  const yearsAgo = (years: number) => Temporal.PlainDate.from(today).subtract({ years }).toString();
  return { after: band.to === null ? null : yearsAgo(band.to + 1), until: yearsAgo(band.from) };
}

/** The column of each order, with its type and whether its index runs upwards. */
const keys = {
  name: { column: "searchName", type: "text", upwards: true },
  last: { column: "lastMeasuredAt", type: "timestamptz", upwards: false },
  age: { column: "ageGap", type: "float8", upwards: false },
  injury: { column: "injuryShare", type: "float8", upwards: false },
  change: { column: "changeSize", type: "float8", upwards: false },
  asymmetry: { column: "asymmetryPercent", type: "float8", upwards: false },
  due: { column: "dueOn", type: "date", upwards: true },
} as const satisfies Record<RosterSort, { column: string; type: string; upwards: boolean }>;

type Position = { athleteId: string; key: string | null };

/** Where an athlete stands in an order, as text that PostgreSQL reads back without loss. */
async function positionOf({ from }: Lines, sort: RosterSort, athleteId: string): Promise<Position | null> {
  const { column } = keys[sort];
  const rows = await database().$queryRaw`
    SELECT line."athleteId"::text AS "athleteId", line.${Prisma.raw(`"${column}"`)}::text AS key
    FROM ${from} AND line."athleteId" = ${uuidOrNone(athleteId)}::uuid`;
  return z.array(z.object({ athleteId: z.string(), key: z.string().nullable() })).parse(rows)[0] ?? null;
}

type Part = { sort: RosterSort; direction: RosterDirection; from: Position | null; limit: number };

/**
 * The lines after a position: first those that have what is sorted by, then those that lack it, each in the order of an index.
 * The latter are all alike in it; naming it in their order too is what lets PostgreSQL go along the same index.
 */
function partOf({ from: lines }: Lines, wanted: Prisma.Sql, { sort, direction, from, limit }: Part): Prisma.Sql {
  const { column, type, upwards } = keys[sort];
  const key = Prisma.raw(`line."${column}"`);
  const up = direction === "up";
  // Along the index or against it: ties go the way the index holds them.
  const idsUp = up === upwards;
  const [order, ids] = [Prisma.raw(up ? "ASC" : "DESC"), Prisma.raw(idsUp ? "ASC" : "DESC")];
  const beyondId = (id: string) => Prisma.sql`line."athleteId" ${Prisma.raw(idsUp ? ">" : "<")} ${id}::uuid`;
  const beyondKey = (position: Position & { key: string }) => {
    const value = Prisma.sql`${position.key}::${Prisma.raw(type)}`;
    return Prisma.sql`AND ${key} ${Prisma.raw(up ? ">=" : "<=")} ${value} AND (${key} <> ${value} OR ${beyondId(position.athleteId)})`;
  };
  const known = from === null ? Prisma.empty : from.key === null ? Prisma.sql`AND FALSE` : beyondKey({ ...from, key: from.key });
  const unknown = from?.key === null ? Prisma.sql`AND ${beyondId(from.athleteId)}` : Prisma.empty;
  return Prisma.sql`
    SELECT * FROM (
      (SELECT line.*, 0 AS part FROM ${lines} AND ${wanted} AND ${key} IS NOT NULL ${known}
        ORDER BY ${key} ${order}, line."athleteId" ${ids} LIMIT ${limit})
      UNION ALL
      (SELECT line.*, 1 AS part FROM ${lines} AND ${wanted} AND ${key} IS NULL ${unknown}
        ORDER BY ${key} ${order}, line."athleteId" ${ids} LIMIT ${limit})
    ) line
    ORDER BY part, ${key} ${order}, line."athleteId" ${ids}`;
}

function rowOf(line: z.infer<typeof lineSchema>, today: string) {
  const birthDate = dateText(line.birthDate);
  const dueOn = line.dueOn && dateText(line.dueOn);
  return {
    athleteId: line.athleteId,
    name: line.name,
    identifier: line.identifier,
    sex: line.sex,
    /** Today, in completed years. */
    age: ageAt(birthDate, today),
    assessments: line.assessmentCount,
    last: allOf({ id: line.lastAssessmentId, measuredAt: line.lastMeasuredAt, timeZone: line.lastTimeZone, protocol: line.lastProtocol }),
    /** `gap`: how far it is from the age on that day. */
    gaitAge: allOf({ value: line.gaitAge, lower: line.gaitAgeLower, upper: line.gaitAgeUpper, gap: line.ageGap }),
    injury: line.injuryClass === null ? null : injuryOf(line, line.injuryClass),
    statedZone: line.injuryZone,
    /** `size` in minimal detectable changes. */
    change: allOf({ column: line.changeColumn, from: line.changeFrom, to: line.changeTo, size: line.changeSize }),
    asymmetry: allOf({ field: line.asymmetryField, percent: line.asymmetryPercent }),
    flags: line.flags,
    /** Gait ages, oldest first. */
    sparkline: line.sparkline,
    dueOn,
    overdue: dueOn !== null && dueOn < today,
  };
}

function injuryOf({ injuryShare, injuryBase, injuryStandsOut }: z.infer<typeof lineSchema>, name: string) {
  return { name, share: injuryShare, base: injuryBase, standsOut: injuryStandsOut };
}

type Present<Values> = { [Name in keyof Values]: NonNullable<Values[Name]> };

const isWhole = <Values extends Record<string, unknown>>(values: Values): values is Values & Present<Values> =>
  Object.values(values).every((value) => value !== null);

/** Values that are there together or not at all. */
function allOf<Values extends Record<string, unknown>>(values: Values): Present<Values> | null {
  return isWhole(values) ? values : null;
}
