import "server-only";
import { log } from "@/lib/log";
import { audit } from "./audit";
import { sharingTextVersion } from "./consents";
import { database, type Transaction } from "./database";
import { isUniqueViolation, isWriteConflict } from "./errors";
import type { Prisma } from "./generated/client";
import { timeOrderedId } from "./ids";
import { checkedRows, type FileRow } from "./import-file";
import { answer, inBatches, type JudgedRow, judge, placeOf, submissionOf } from "./import-pass";
import type { RowPerson } from "./import-people";
import { type ImportState, importStateSchema } from "./import-state";
import { writeTogether } from "./insertion";
import { permittedTeams } from "./permissions";
import { assessmentInsertions, type NewAssessment } from "./record-many";
import { refreshRoster } from "./summaries";
import { findPerson } from "./users";
import type { Viewer } from "./viewer";

// The two passes over a file, in the background: checking looks at every row and writes nothing into records, running writes.
// Both go on where they stopped: how far a pass is stands in the Import's row, raised in the transaction of each batch.

const statusAfter = { checking: "checked", running: "done" } as const;
type Pass = keyof typeof statusAfter;

/** Checking twice at once, or a batch beside a withdrawal, may meet: tried again a few times. */
const attempts = 5;
const patience = { timeout: 60_000, maxWait: 30_000 };

type Job = { id: string; teamId: string | null; pass: Pass; state: ImportState; viewer: Viewer };

/**
 * Works on an import until its pass is done, it was cancelled, or somebody else is at it. Whatever kills the process leaves the
 * batches that are whole; called again it goes on after them. For the workers only.
 */
export async function workOnImport(importId: string): Promise<void> {
  const begun = await readJob(importId);
  if (!begun) return refreshRosters(importId);
  const { job } = begun;
  const looked: Looked = { people: new Set(), rows: new Set() };
  // What a look at the rows has seen is in memory alone: it begins anew, a pass that writes goes on.
  let at = job.pass === "checking" ? await beginAnew(job) : begun.nextRow;
  for await (const batch of inBatches(checkedRows(importId, job.state, at + 1, new Date()))) {
    const outcome = await workOnBatch(job, batch, at, looked);
    if (outcome !== "written") return refreshRosters(importId);
    at += batch.length;
  }
  await refreshRosters(importId);
  await finish(job, at);
}

/**
 * Brings the roster lines of whom an import wrote for up to date: once for each, not with every batch. Again as often as one
 * likes, so that whatever ended the import, its end included, leaves none behind.
 */
async function refreshRosters(importId: string): Promise<void> {
  const row = await database().import.findUnique({ where: { id: importId }, select: { createdById: true, teamId: true, startedAt: true } });
  if (!row?.startedAt) return;
  const touched = await database().athlete.findMany({
    where: {
      assessments: { some: { recordedById: row.createdById, createdAt: { gte: row.startedAt } } },
      ...(row.teamId ? { consents: { some: { teamId: row.teamId } } } : { userId: row.createdById }),
    },
    select: { id: true },
  });
  for (const { id } of touched) await database().$transaction((transaction) => refreshRoster(transaction, id), patience);
}

async function readJob(importId: string): Promise<{ job: Job; nextRow: number } | null> {
  const row = await database().import.findUnique({
    where: { id: importId },
    include: { createdBy: { select: { id: true, name: true, email: true, athlete: { select: { id: true } } } } },
  });
  if (!row || (row.status !== "checking" && row.status !== "running")) return null;
  const { createdBy } = row;
  const viewer = { userId: createdBy.id, name: createdBy.name, email: createdBy.email, athleteId: createdBy.athlete?.id ?? null };
  const state = importStateSchema.parse(row.plan);
  return { job: { id: row.id, teamId: row.teamId, pass: row.status, state, viewer }, nextRow: row.nextRow };
}

/** Whom and which rows a look at the file has met so far. */
type Looked = { people: Set<string>; rows: Set<string> };

/** Takes the look at the rows back to the first one, and says where that is. */
async function beginAnew(job: Job): Promise<number> {
  const { id } = job;
  const state = { ...job.state, preview: null };
  await database().$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT 1 FROM "Import" WHERE "id" = ${id}::uuid FOR UPDATE`;
    await transaction.importRefusal.deleteMany({ where: { importId: id, import: { status: "checking" } } });
    const nothing = { nextRow: 0, added: 0, alreadyThere: 0, refused: 0, plan: state };
    await transaction.import.updateMany({ where: { id, status: "checking" }, data: nothing });
  });
  job.state = state;
  return 0;
}

type Outcome = "written" | "stopped";

async function workOnBatch(job: Job, batch: readonly FileRow[], at: number, looked: Looked): Promise<Outcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      return job.pass === "checking" ? await checkBatch(job, batch, at, looked) : await writeBatch(job, batch, at);
    } catch (error) {
      if (attempt === attempts || !isPassing(error)) throw error;
      log.warn({ import: job.id, attempt }, "a batch of an import is tried again");
    }
  }
}

/** Somebody wrote the same meanwhile, or two transactions waited for each other. */
function isPassing(error: unknown): boolean {
  return error instanceof Retry || isUniqueViolation(error) || isWriteConflict(error);
}

async function checkBatch(job: Job, batch: readonly FileRow[], at: number, { people, rows }: Looked): Promise<Outcome> {
  const judged = await judge(database(), job.viewer, batch, { ...rulesOf(job), seen: rows });
  const fresh = judged.filter((each) => each.kind === "new");
  const met = new Set([...people, ...fresh.flatMap(({ person }) => (person.known ? [] : [person.key]))]);
  const leftOut = fresh.reduce((sum, { testsLeftOut }) => sum + testsLeftOut, job.state.preview?.testsLeftOut ?? 0);
  const state: ImportState = { ...job.state, preview: { newPeople: met.size, testsLeftOut: leftOut } };
  const outcome = await database().$transaction(async (transaction): Promise<Outcome> => {
    if (!(await hold(transaction, job, at))) return "stopped";
    await advance(transaction, job, judged, { plan: state });
    return "written";
  }, patience);
  // A batch that failed and is tried again has been met only once.
  for (const key of met) people.add(key);
  for (const { person, hash } of fresh) rows.add(placeOf(person, hash));
  job.state = state;
  return outcome;
}

async function writeBatch(job: Job, batch: readonly FileRow[], at: number): Promise<Outcome> {
  const before = await judge(database(), job.viewer, batch, rulesOf(job));
  const answers = await answer(before);
  return database().$transaction(async (transaction) => {
    if (!(await hold(transaction, job, at))) return "stopped";
    await holdPeople(transaction, before);
    // Again, with the records held: somebody may have written, merged or withdrawn meanwhile.
    const judged = await judge(transaction, job.viewer, batch, rulesOf(job));
    const athleteOf = await addPeople(transaction, job, judged);
    const entries = judged.flatMap((each): NewAssessment[] => {
      const answered = answers.get(each.row);
      if (each.kind !== "new" || !each.row.checked.ok) return [];
      const found = each.person.known ? each.person : athleteOf.get(each.person.key);
      if (!found || !answered) throw new Retry();
      const athlete = { ...each.person, ...found };
      const { facts, measurements } = each.row.checked.entry;
      return [{ id: timeOrderedId(), athlete, submissionId: submissionOf(each.hash), facts, measurements, ...answered }];
    });
    await writeTogether(transaction, assessmentInsertions(job.viewer, entries));
    await advance(transaction, job, judged);
    return "written";
  }, patience);
}

/** What was new in the transaction was not before: the models were not asked. */
class Retry extends Error {}

const rulesOf = ({ teamId, state }: Job) => ({ teamId, newAllowed: teamId !== null && state.newPeople !== null });

/** Holds the import for this transaction; false where it was cancelled, somebody else is further, or its maker may no longer. */
async function hold(transaction: Transaction, job: Job, at: number): Promise<boolean> {
  const [row] = await transaction.$queryRaw<{ status: string; nextRow: number }[]>`
    SELECT "status"::text, "nextRow" FROM "Import" WHERE "id" = ${job.id}::uuid FOR UPDATE
  `;
  if (!row || row.status !== job.pass || row.nextRow !== at) return false;
  if (await stillMay(transaction, job)) return true;
  await end(transaction, job.id, { status: "failed", failure: "not_permitted" });
  return false;
}

/** As a page would ask who they are: their consent and their second factor stand now, not when they began. */
async function stillMay(transaction: Transaction, { viewer: { userId }, teamId }: Job): Promise<boolean> {
  const viewer = await findPerson(transaction, userId);
  if (!viewer || viewer.withdrawn || viewer.unprotected) return false;
  if (teamId === null) return viewer.athleteId !== null;
  return (await transaction.team.count({ where: { AND: [{ id: teamId }, permittedTeams(viewer, "invite")] } })) > 0;
}

async function holdPeople(transaction: Transaction, judged: readonly JudgedRow[]): Promise<void> {
  const ids = judged.flatMap((each) => (each.kind === "new" && each.person.known ? [each.person.id] : []));
  for (const id of [...new Set(ids)].toSorted())
    await transaction.$queryRaw`SELECT 1 FROM "Athlete" WHERE "id" = ${id}::uuid FOR KEY SHARE`;
}

/** Gives the people without a record one, with the consent that was obtained; by their key within the file. */
async function addPeople(transaction: Transaction, { viewer, teamId, state }: Job, judged: readonly JudgedRow[]) {
  const strangers = new Map<string, Extract<RowPerson, { known: false }>>();
  for (const each of judged) if (each.kind === "new" && !each.person.known) strangers.set(each.person.key, each.person);
  const added = new Map<string, { id: string; userId: null }>();
  if (strangers.size === 0) return added;
  const { newPeople } = state;
  if (teamId === null || newPeople === null) throw new Error("a row means somebody new where nobody new is allowed");
  for (const [key, { name, identifier, birthDate, sex }] of strangers) {
    const { id } = await transaction.athlete.create({
      data: {
        name,
        identifier,
        birthDate,
        sex,
        consents: {
          create: {
            teamId,
            scope: "record",
            textVersion: sharingTextVersion,
            // A day that has just begun elsewhere is not in the future.
            grantedAt: new Date(Math.min(Date.parse(newPeople.obtainedOn), Date.now())),
            obtainedById: viewer.userId,
            obtainedHow: newPeople.obtainedHow,
          },
        },
      },
      select: { id: true },
    });
    await audit(
      transaction,
      { actor: viewer.userId, subject: null, athlete: id, action: "patient.added", target: id },
      { actor: viewer.userId, subject: null, athlete: id, action: "consent.granted", target: teamId },
    );
    // Later rows find the person by their line.
    await refreshRoster(transaction, id);
    added.set(key, { id, userId: null });
  }
  return added;
}

async function advance(
  transaction: Transaction,
  { id }: Job,
  judged: readonly JudgedRow[],
  more: Prisma.ImportUpdateInput = {},
): Promise<void> {
  const refusals = judged.flatMap((each) => (each.kind === "refused" ? [each] : []));
  await transaction.importRefusal.createMany({
    data: refusals.map(({ row, problems }) => ({
      importId: id,
      row: row.number,
      cells: row.cells.map(storable),
      reasons: problems.map(storableProblem),
    })),
  });
  const count = (kind: JudgedRow["kind"]) => judged.filter((each) => each.kind === kind).length;
  await transaction.import.update({
    where: { id },
    data: {
      ...more,
      nextRow: { increment: judged.length },
      added: { increment: count("new") },
      alreadyThere: { increment: count("already_there") },
      refused: { increment: count("refused") },
    },
  });
}

/** JSON in PostgreSQL takes no NUL and no half of a surrogate pair. */
const storable = (text: string): string => text.replaceAll("\0", "\uFFFD").toWellFormed();

function storableProblem({
  column,
  value,
  code,
  range,
  perhaps,
}: {
  column: string | null;
  value: string;
  code: string;
  range?: readonly [number, number];
  perhaps?: string;
}) {
  return {
    column: column === null ? null : storable(column),
    value: storable(value).slice(0, 200),
    code,
    ...(range && { range: [...range] }),
    ...(perhaps !== undefined && { perhaps }),
  };
}

async function finish({ id, pass }: Job, at: number): Promise<void> {
  await database().$transaction(async (transaction) => {
    const finished = { status: statusAfter[pass], total: at, ...(pass === "running" && { finishedAt: new Date() }) };
    const { count } = await transaction.import.updateMany({ where: { id, status: pass, nextRow: at }, data: finished });
    // The file's content is now in records, or among the refusals.
    if (count > 0 && pass === "running") await transaction.importChunk.deleteMany({ where: { importId: id } });
  });
}

/** Ends an import in the caller's transaction; what the file held goes. */
export async function end(
  transaction: Transaction,
  importId: string,
  outcome: { status: "cancelled" | "failed"; failure?: string },
): Promise<void> {
  await transaction.import.update({ where: { id: importId }, data: { ...outcome, finishedAt: new Date() } });
  await transaction.importChunk.deleteMany({ where: { importId } });
}
