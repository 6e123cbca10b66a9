import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { onceFor } from "@/lib/once-for";
import type { CohortScope } from "./cohort-people";
import { database } from "./database";
import { Prisma } from "./generated/client";
import { uuidOrNone } from "./ids";
import { permittedTeamIds } from "./permissions";
import type { Viewer } from "./viewer";

// What is worked out of many people's rows is kept in the memory of this process, by parts of the people: to look again costs the
// same however many they are, and after a change only the part that it was in is worked out anew. Every time the database is
// asked first whether anything has changed since in what an answer was worked out of: assessments, consents, whose coach the
// viewer is (CohortChange). Nobody who took a consent back is in an answer after that.

declare global {
  var marchaKeptAnswers: Map<string, KeptAnswer> | undefined;
}

/** `values`: how many numbers and words its rows hold. */
type KeptAnswer = { parts: Map<number, KeptPart>; whole: Whole | null; values: number; forget: NodeJS.Timeout | undefined };
type KeptPart = { state: string; rows: Promise<readonly unknown[]> };
type Whole = { state: string; rows: readonly unknown[] };

const mostKept = 200;
/** In all answers together, at some 25 bytes each: what is more than that is worked out anew at each look. */
const mostValues = 2_500_000;
/** What somebody erased is out of the memory after this, looked at or not: who looks gets it worked out anew. */
const keptFor = 10 * 60_000;

/** Into how many parts the database divides people (cohort_part). */
const partCount = 64;
const allParts = Array.from({ length: partCount }, (_, part) => part);

/** A query about some parts of the people of a scope, which may depend on nothing but them and the viewer. Each row names its `part`. */
export type PartsQuery<Row> = { row: z.ZodType<Row>; of: (parts: readonly number[]) => Prisma.Sql };

/**
 * The rows of a query about all people of a scope, in the same array until something changes; null where the viewer does not work
 * in the team. For lib/data only.
 */
export async function keptRows<Row>(viewer: Viewer, scope: CohortScope, query: PartsQuery<Row>): Promise<readonly Row[] | null> {
  // First the state and then the rows: a change in between makes the answer look older than it is, never newer.
  const states = await statesOf(viewer, scope);
  if (states === null) return null;
  // Each viewer has answers of their own: what one may see never reaches another this way.
  const { sql, values } = query.of(allParts);
  const kept = keptUnder(digest([viewer.userId, viewer.athleteId, sql, values]));
  const state = digest(states);
  // Kept under the query's own text: the rows are of its shape.
  if (kept.whole?.state === state) return kept.whole.rows as readonly Row[];
  const parts = await Promise.all(partsOf(kept, states, query));
  const rows = parts.flat() as readonly Row[];
  kept.whole = { state, rows };
  kept.values = parts.reduce((sum, part) => sum + sizeOf(part), 0);
  makeRoom();
  return rows;
}

/** Every part's rows; those that have changed are asked for together. */
function partsOf<Row>(kept: KeptAnswer, states: readonly string[], query: PartsQuery<Row>): Promise<readonly unknown[]>[] {
  const changed = allParts.filter((part) => kept.parts.get(part)?.state !== states[part]);
  if (changed.length > 0) {
    const asked = askFor(changed, query);
    for (const part of changed) kept.parts.set(part, { state: states[part] ?? "", rows: asked.then((found) => found.get(part) ?? []) });
  }
  return allParts.map(async (part) => {
    const known = kept.parts.get(part);
    try {
      return (await known?.rows) ?? [];
    } catch (error) {
      if (kept.parts.get(part) === known) kept.parts.delete(part);
      throw error;
    }
  });
}

const partSchema = z.array(z.looseObject({ part: z.int() }));

async function askFor<Row>(parts: readonly number[], { row, of }: PartsQuery<Row>): Promise<Map<number, Row[]>> {
  const found = partSchema.parse(await database().$queryRaw(of(parts)));
  return new Map([...Map.groupBy(found, ({ part }) => part)].map(([part, rows]) => [part, z.array(row).parse(rows)]));
}

function answers(): Map<string, KeptAnswer> {
  globalThis.marchaKeptAnswers ??= new Map();
  return globalThis.marchaKeptAnswers;
}

/** What is kept under a key, for a while from now on; the one that nobody asked for longest makes room. */
function keptUnder(key: string): KeptAnswer {
  const kept = answers().get(key) ?? { parts: new Map(), whole: null, values: 0, forget: undefined };
  drop(key);
  const [oldest] = answers().keys();
  if (oldest !== undefined && answers().size >= mostKept) drop(oldest);
  kept.forget = setTimeout(() => drop(key), keptFor).unref();
  answers().set(key, kept);
  return kept;
}

/** Drops those that nobody asked for longest until what is kept fits. */
function makeRoom(): void {
  let values = [...answers().values()].reduce((sum, kept) => sum + kept.values, 0);
  for (const [key, kept] of answers()) {
    if (values <= mostValues) return;
    values -= kept.values;
    drop(key);
  }
}

const sizeOf = onceFor<readonly unknown[], number>(countValues);

function countValues(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce<number>((sum, each) => sum + countValues(each), 0);
}

function drop(key: string): void {
  clearTimeout(answers().get(key)?.forget);
  answers().delete(key);
}

const digest = (parts: readonly unknown[]): string => createHash("sha256").update(JSON.stringify(parts)).digest("base64url");

/** As in CohortChange. */
const everyone = "00000000-0000-0000-0000-000000000000";

/** Marks of one team; more than these are added up, a sum for each part. */
const mostMarks = 4 * partCount;

const marksSchema = z.array(z.object({ about: z.string(), part: z.int().nullable(), marks: z.string(), count: z.int() }));

/**
 * For each part a text that is another one as soon as anything changes in who of it is in a scope or in their assessments; null
 * where the viewer does not work in the team. Among everyone the viewer's own athletes are told apart, so there they count too.
 */
async function statesOf(viewer: Viewer, scope: CohortScope): Promise<string[] | null> {
  const one = scope.kind === "team" ? Prisma.sql`WHERE team."teamId" = ${uuidOrNone(scope.teamId)}::uuid` : Prisma.empty;
  const all = scope.kind === "everyone" ? Prisma.sql`UNION ALL SELECT ${everyone}::uuid` : Prisma.empty;
  const rows = await database().$queryRaw`
    SELECT whose.about::text, change.part, COALESCE(sum(change.mark), 0)::text AS marks, count(change.id)::int AS count
    FROM (SELECT team."teamId" AS about FROM ${permittedTeamIds(viewer, "view")} team ${one} ${all}) whose
    LEFT JOIN "CohortChange" change ON change.about = whose.about
    GROUP BY whose.about, change.part ORDER BY whose.about`;
  const found = marksSchema.parse(rows);
  if (scope.kind === "team" && found.length === 0) return null;
  const abouts = [...Map.groupBy(found, ({ about }) => about)];
  for (const [about, own] of abouts) if (own.reduce((sum, { count }) => sum + count, 0) > mostMarks) await addUp(about);
  const marks = new Map(found.map((row) => [`${row.about} ${row.part}`, row.marks]));
  return allParts.map((part) =>
    abouts.map(([about]) => [about, marks.get(`${about} null`), marks.get(`${about} ${part}`)].join(" ")).join(),
  );
}

/** Adds up marks that nobody looked at in a long time. */
export async function addUpMarks(): Promise<void> {
  const many = await database().cohortChange.groupBy({ by: ["about"], having: { about: { _count: { gt: mostMarks } } } });
  for (const { about } of many) await addUp(about);
}

/** Puts marks into one of the same sum for each part. Two at once take different ones. */
async function addUp(about: string): Promise<void> {
  await database().$executeRaw`
    WITH old AS (SELECT id FROM "CohortChange" WHERE about = ${about}::uuid FOR UPDATE SKIP LOCKED),
      gone AS (DELETE FROM "CohortChange" WHERE id IN (SELECT id FROM old) RETURNING part, mark)
    INSERT INTO "CohortChange" (about, part, mark) SELECT ${about}::uuid, part, sum(mark) FROM gone GROUP BY part`;
}
