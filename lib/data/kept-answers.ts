import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import type { CohortScope } from "./cohort-people";
import { database } from "./database";
import { Prisma } from "./generated/client";
import { uuidOrNone } from "./ids";
import { permittedTeamIds } from "./permissions";
import type { Viewer } from "./viewer";

// What is worked out of many people's rows is kept in the memory of this process, so that to look again costs the same however
// many they are. Every time the database is asked first whether anything has changed since in what the answer was worked out of:
// assessments, consents, whose coach the viewer is (CohortChange). Nobody who took a consent back is in an answer after that.

declare global {
  var marchaKeptAnswers: Map<string, KeptAnswer> | undefined;
}

type KeptAnswer = { state: string; rows: Promise<unknown>; forget: NodeJS.Timeout };

const mostKept = 200;
/** What somebody erased is out of the memory after this, looked at or not. */
const keptFor = 10 * 60_000;

/**
 * The rows of a query about the people of a scope, which may depend on nothing but them and the viewer; null where the viewer
 * does not work in the team. For lib/data only.
 */
export async function keptRows(viewer: Viewer, scope: CohortScope, query: Prisma.Sql): Promise<unknown> {
  // First the state and then the rows: a change in between makes the answer look older than it is, never newer.
  const state = await stateOf(viewer, scope);
  if (state === null) return null;
  // Each viewer has answers of their own: what one may see never reaches another this way.
  const key = digest([viewer.userId, viewer.athleteId, query.sql, query.values]);
  const kept = answers().get(key);
  if (kept?.state === state) return kept.rows;
  const rows = database()
    .$queryRaw(query)
    .then((found) => found);
  keep(key, state, rows);
  return rows;
}

function answers(): Map<string, KeptAnswer> {
  globalThis.marchaKeptAnswers ??= new Map();
  return globalThis.marchaKeptAnswers;
}

function keep(key: string, state: string, rows: Promise<unknown>): void {
  drop(key);
  const [oldest] = answers().keys();
  if (oldest !== undefined && answers().size >= mostKept) drop(oldest);
  answers().set(key, { state, rows, forget: setTimeout(() => drop(key), keptFor).unref() });
  rows.catch(() => {
    if (answers().get(key)?.rows === rows) drop(key);
  });
}

function drop(key: string): void {
  clearTimeout(answers().get(key)?.forget);
  answers().delete(key);
}

const digest = (parts: readonly unknown[]): string => createHash("sha256").update(JSON.stringify(parts)).digest("base64url");

/** As in CohortChange. */
const everyone = "00000000-0000-0000-0000-000000000000";

/** Marks of one history; more than these are added up. */
const mostMarks = 100;

const statesSchema = z.array(z.object({ about: z.string(), marks: z.string(), count: z.int() }));

/**
 * A text that is another one as soon as anything changes in who is in a scope or in their assessments; null where the viewer does
 * not work in the team. Among everyone the viewer's own athletes are told apart, so there they count too.
 */
async function stateOf(viewer: Viewer, scope: CohortScope): Promise<string | null> {
  const one = scope.kind === "team" ? Prisma.sql`WHERE team."teamId" = ${uuidOrNone(scope.teamId)}::uuid` : Prisma.empty;
  const all = scope.kind === "everyone" ? Prisma.sql`UNION ALL SELECT ${everyone}::uuid` : Prisma.empty;
  const rows = await database().$queryRaw`
    SELECT whose.about::text, COALESCE(sum(change.mark), 0)::text AS marks, count(change.id)::int AS count
    FROM (SELECT team."teamId" AS about FROM ${permittedTeamIds(viewer, "view")} team ${one} ${all}) whose
    LEFT JOIN "CohortChange" change ON change.about = whose.about
    GROUP BY whose.about ORDER BY whose.about`;
  const states = statesSchema.parse(rows);
  if (scope.kind === "team" && states.length === 0) return null;
  for (const { about, count } of states) if (count > mostMarks) await addUp(about);
  return states.map(({ about, marks }) => `${about} ${marks}`).join();
}

/** Adds up marks that nobody looked at in a long time. */
export async function addUpMarks(): Promise<void> {
  const many = await database().cohortChange.groupBy({ by: ["about"], having: { about: { _count: { gt: mostMarks } } } });
  for (const { about } of many) await addUp(about);
}

/** Puts marks into one of the same sum. Two at once take different ones. */
async function addUp(about: string): Promise<void> {
  await database().$executeRaw`
    WITH old AS (SELECT id FROM "CohortChange" WHERE about = ${about}::uuid FOR UPDATE SKIP LOCKED),
      gone AS (DELETE FROM "CohortChange" WHERE id IN (SELECT id FROM old) RETURNING mark)
    INSERT INTO "CohortChange" (about, mark) SELECT ${about}::uuid, sum(mark) FROM gone HAVING count(*) > 0`;
}
