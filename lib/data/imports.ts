import "server-only";
import { z } from "zod";
import {
  type ColumnChoice,
  columnChoicesSchema,
  detectFormat,
  headerKey,
  type ImportPlan,
  importPlanSchema,
  isFit,
  largestFit,
  proposePlan,
  readFit,
  type SourceProblem,
  type SourceRow,
  sampleRows,
} from "@/lib/exchange";
import { fail, type Result, succeed } from "@/lib/result";
import { database, type Transaction } from "./database";
import type { ImportStatus } from "./generated/enums";
import { uuidOrNone } from "./ids";
import { fileOf, wholeOf } from "./import-file";
import { end } from "./import-run";
import {
  type ImportState,
  importStateSchema,
  type NewPeople,
  newPeopleSchema,
  type Preview,
  refusalSchema,
  undecided,
} from "./import-state";
import { wakeWorkers } from "./jobs";
import { permittedTeams } from "./permissions";
import type { Viewer } from "./viewer";

// Files brought in, as pages ask for them. Only who began an import sees it, while they may bring in for its team.

export type ImportKind = "csv" | "fit";
export const largestFile = 30 * 1024 * 1024;
const sampleSize = 200;
/** Files a person may leave undecided: each is kept for days, and as large as one may be. */
export const mostOpenImports = 5;

/** Into a team's records, or with `teamId` null into the viewer's own. */
export async function beginImport(
  viewer: Viewer,
  { teamId, fileName }: { teamId: string | null; fileName: string },
): Promise<Result<{ id: string }, "not_permitted" | "too_many">> {
  if (!(await mayBringIn(viewer, teamId, database()))) return fail("not_permitted");
  const name =
    fileName
      .replaceAll(/\p{Cc}/gu, "")
      .trim()
      .slice(0, 200) || "file";
  return database().$transaction(async (transaction) => {
    // One after the other, or two at once could both be the last that fits.
    await transaction.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${viewer.userId}::uuid FOR NO KEY UPDATE`;
    const open = await transaction.import.count({ where: { createdById: viewer.userId, status: { in: undecided } } });
    if (open >= mostOpenImports) return fail("too_many");
    const { id } = await transaction.import.create({
      data: { createdById: viewer.userId, teamId, kind: "csv", fileName: name, status: "uploaded" },
      select: { id: true },
    });
    return succeed({ id });
  });
}

/** Stores a piece of the file. The same piece again changes nothing. */
export async function addChunk(
  viewer: Viewer,
  id: string,
  position: number,
  bytes: Uint8Array,
): Promise<Result<null, "not_found" | "too_large">> {
  return database().$transaction(async (transaction) => {
    const row = await holdOwn(transaction, viewer, id);
    if (row?.status !== "uploaded" || row.plan !== null) return fail("not_found");
    const before = await transaction.importChunk.findUnique({
      where: { importId_position: { importId: row.id, position } },
      select: { position: true },
    });
    if (before) return succeed(null);
    if (row.byteCount + bytes.length > largestFile) {
      await end(transaction, row.id, { status: "failed", failure: "too_large" });
      return fail("too_large");
    }
    await transaction.importChunk.create({ data: { importId: row.id, position, bytes: Buffer.from(bytes) } });
    await transaction.import.update({ where: { id: row.id }, data: { byteCount: { increment: bytes.length } } });
    return succeed(null);
  });
}

/** The file is whole: reads how it is written and proposes what its columns mean. A file that cannot be read ends here. */
export async function finishUpload(
  viewer: Viewer,
  id: string,
  { timeZone }: { timeZone: string },
): Promise<Result<null, { code: "not_found" } | WatchProblem | SourceProblem>> {
  const row = await findOwn(viewer, id);
  if (row?.status !== "uploaded") return fail({ code: "not_found" });
  const proposed = await propose(viewer, row, timeZone);
  if (!proposed.ok) {
    await database().$transaction((transaction) => end(transaction, row.id, { status: "failed", failure: proposed.error.code }));
    return proposed;
  }
  const { kind, state } = proposed.value;
  const { count } = await database().import.updateMany({ where: { id: row.id, status: "uploaded" }, data: { kind, plan: state } });
  if (count === 0) return fail({ code: "not_found" });
  return succeed(null);
}

type WatchProblem = { code: "not_running" | "watch_too_large" };

async function propose(
  viewer: Viewer,
  row: { id: string; teamId: string | null; byteCount: number },
  timeZone: string,
): Promise<Result<{ kind: ImportKind; state: ImportState }, WatchProblem | SourceProblem>> {
  const source = fileOf(row.id);
  const nothing = { newPeople: null, preview: null };
  const zone = importPlanSchema.shape.rules.shape.timeZone.catch("UTC").parse(timeZone);
  if (isFit(await headOf(source))) {
    if (row.byteCount > largestFit) return fail({ code: "watch_too_large" });
    const sessions = readFit(await wholeOf(source), { timeZone: zone, now: new Date() });
    if (sessions === null) return fail({ code: "not_text" });
    if (sessions.length === 0) return fail({ code: "not_running" });
    const plan = proposePlan({ encoding: "utf-8", delimiter: ",", header: [] }, [], { timeZone: zone });
    return succeed({ kind: "fit", state: { ...nothing, format: null, plan } });
  }
  const format = await detectFormat(source);
  if (!format.ok) return format;
  const samples = await sampleRows(source, format.value, sampleSize);
  const remembered = await rememberedColumns(viewer, row.teamId, format.value.header);
  const plan = proposePlan(format.value, samples, { timeZone: zone, remembered });
  return succeed({ kind: "csv", state: { ...nothing, format: { ...format.value, header: [...format.value.header] }, plan } });
}

export type ImportView = {
  id: string;
  team: { id: string; name: string } | null;
  fileName: string;
  kind: ImportKind;
  /** `uploading`: pieces of the file are missing still. */
  status: ImportStatus | "uploading";
  /** Rows the file holds; null until they were counted. */
  total: number | null;
  /** Rows dealt with in this pass. */
  done: number;
  added: number;
  alreadyThere: number;
  refused: number;
  failure: string | null;
  createdAt: Date;
  finishedAt: Date | null;
};

export type ImportDetail = ImportView & {
  header: readonly string[];
  plan: ImportPlan | null;
  newPeople: NewPeople | null;
  preview: Preview | null;
};

export async function readImport(viewer: Viewer, id: string): Promise<ImportDetail | null> {
  const row = await findOwn(viewer, id);
  if (!row) return null;
  const state = row.plan === null ? null : importStateSchema.parse(row.plan);
  return {
    ...viewOf(row),
    header: state?.format?.header ?? [],
    plan: state?.plan ?? null,
    newPeople: state?.newPeople ?? null,
    preview: state?.preview ?? null,
  };
}

/** The viewer's imports, newest first. */
export async function listImports(viewer: Viewer): Promise<ImportView[]> {
  const rows = await database().import.findMany({
    where: ownImports(viewer),
    include: { team: { select: { id: true, name: true } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 50,
  });
  return rows.map(viewOf);
}

/** The file's first rows, while the file is there. */
export async function sampleImport(viewer: Viewer, id: string, count = 5): Promise<readonly SourceRow[]> {
  const row = await findOwn(viewer, id);
  const state = row?.plan ? importStateSchema.parse(row.plan) : null;
  return row && state?.format ? sampleRows(fileOf(row.id), state.format, count) : [];
}

/** Takes what the person confirmed and begins to look at every row; writes nothing into records. Remembers the columns. */
export async function planImport(
  viewer: Viewer,
  id: string,
  { plan, newPeople }: { plan: ImportPlan; newPeople: NewPeople | null },
): Promise<Result<null, "not_found">> {
  const given = { plan: importPlanSchema.parse(plan), newPeople: newPeopleSchema.nullable().parse(newPeople) };
  const begun = await database().$transaction(async (transaction) => {
    const row = await holdOwn(transaction, viewer, id);
    if (!row || (row.status !== "uploaded" && row.status !== "checked") || row.plan === null) return false;
    const state = importStateSchema.parse(row.plan);
    await transaction.importRefusal.deleteMany({ where: { importId: row.id } });
    await transaction.import.update({
      where: { id: row.id },
      data: { ...fromTheStart, status: "checking", total: null, plan: { ...state, ...given, preview: null } },
    });
    if (state.format) await rememberColumns(transaction, viewer, row.teamId, state.format.header, given.plan.columns);
    return true;
  });
  if (!begun) return fail("not_found");
  await wakeWorkers(id);
  return succeed(null);
}

/** Begins to write what was checked. */
export async function startImport(viewer: Viewer, id: string): Promise<Result<null, "not_found">> {
  const begun = await database().$transaction(async (transaction) => {
    const row = await holdOwn(transaction, viewer, id);
    if (row?.status !== "checked") return false;
    await transaction.importRefusal.deleteMany({ where: { importId: row.id } });
    await transaction.import.update({ where: { id: row.id }, data: { ...fromTheStart, status: "running", startedAt: new Date() } });
    return true;
  });
  if (!begun) return fail("not_found");
  await wakeWorkers(id);
  return succeed(null);
}

/** Stops an import that is not done. What was written stays; the file goes. */
export async function cancelImport(viewer: Viewer, id: string): Promise<Result<null, "not_found">> {
  const cancelled = await database().$transaction(async (transaction) => {
    const row = await holdOwn(transaction, viewer, id);
    if (!row || ["done", "cancelled", "failed"].includes(row.status)) return false;
    await end(transaction, row.id, { status: "cancelled" });
    return true;
  });
  if (!cancelled) return fail("not_found");
  // For the roster lines of what was written.
  await wakeWorkers(id);
  return succeed(null);
}

/** Forgets an import that has ended, with its refused rows. What it wrote stays. */
export async function forgetImport(viewer: Viewer, id: string): Promise<Result<null, "not_found">> {
  const { count } = await database().import.deleteMany({
    where: { AND: [{ id: uuidOrNone(id), status: { in: ["done", "cancelled", "failed"] } }, ownImports(viewer)] },
  });
  return count > 0 ? succeed(null) : fail("not_found");
}

export type Refusal = { row: number; cells: readonly string[]; reasons: z.infer<typeof refusalSchema> };

/** Refused rows in the file's order, from the one after `after` on. */
export async function listRefusals(
  viewer: Viewer,
  id: string,
  { after = 0, limit = 50 }: { after?: number; limit?: number } = {},
): Promise<Refusal[]> {
  const row = await findOwn(viewer, id);
  if (!row) return [];
  const rows = await database().importRefusal.findMany({
    where: { importId: row.id, row: { gt: after } },
    orderBy: { row: "asc" },
    take: limit,
  });
  return rows.map(({ row: number, cells, reasons }) => ({
    row: number,
    cells: z.array(z.string()).parse(cells),
    reasons: refusalSchema.parse(reasons),
  }));
}

const fromTheStart = { nextRow: 0, added: 0, alreadyThere: 0, refused: 0, failure: null };

type Row = {
  id: string;
  fileName: string;
  kind: string;
  status: ImportStatus;
  plan: unknown;
  total: number | null;
  nextRow: number;
  added: number;
  alreadyThere: number;
  refused: number;
  failure: string | null;
  createdAt: Date;
  finishedAt: Date | null;
  team: { id: string; name: string } | null;
};

function viewOf(row: Row): ImportView {
  const { id, team, fileName, total, nextRow, added, alreadyThere, refused, failure, createdAt, finishedAt } = row;
  const status = row.status === "uploaded" && row.plan === null ? "uploading" : row.status;
  const kind = row.kind === "fit" ? "fit" : "csv";
  return { id, team, fileName, kind, status, total, done: nextRow, added, alreadyThere, refused, failure, createdAt, finishedAt };
}

function ownImports(viewer: Viewer) {
  return { createdById: viewer.userId, OR: [{ teamId: null }, { team: permittedTeams(viewer, "invite") }] };
}

async function findOwn(viewer: Viewer, id: string) {
  return database().import.findFirst({
    where: { AND: [{ id: uuidOrNone(id) }, ownImports(viewer)] },
    include: { team: { select: { id: true, name: true } } },
  });
}

async function holdOwn(transaction: Transaction, viewer: Viewer, id: string) {
  await transaction.$queryRaw`SELECT 1 FROM "Import" WHERE "id" = ${uuidOrNone(id)}::uuid FOR UPDATE`;
  return transaction.import.findFirst({ where: { AND: [{ id: uuidOrNone(id) }, ownImports(viewer)] } });
}

async function mayBringIn(viewer: Viewer, teamId: string | null, client: Transaction): Promise<boolean> {
  if (teamId === null) return viewer.athleteId !== null;
  return (await client.team.count({ where: { AND: [{ id: uuidOrNone(teamId) }, permittedTeams(viewer, "invite")] } })) > 0;
}

/** Enough to see what kind of file it is. */
async function headOf(source: ReturnType<typeof fileOf>): Promise<Uint8Array> {
  for await (const bytes of source()) return bytes.subarray(0, 16);
  return new Uint8Array();
}

const ownerOf = (viewer: Viewer, teamId: string | null, header: readonly string[]) => {
  const key = headerKey(header);
  return teamId === null
    ? { userId_headerKey: { userId: viewer.userId, headerKey: key } }
    : { teamId_headerKey: { teamId, headerKey: key } };
};

async function rememberedColumns(viewer: Viewer, teamId: string | null, header: readonly string[]): Promise<readonly ColumnChoice[]> {
  const found = await database().importMapping.findUnique({ where: ownerOf(viewer, teamId, header) });
  return columnChoicesSchema.catch([]).parse(found?.columns ?? []);
}

async function rememberColumns(
  transaction: Transaction,
  viewer: Viewer,
  teamId: string | null,
  header: readonly string[],
  columns: readonly ColumnChoice[],
): Promise<void> {
  const key = headerKey(header);
  const owner = teamId === null ? { userId: viewer.userId } : { teamId };
  await transaction.importMapping.upsert({
    where: ownerOf(viewer, teamId, header),
    create: { ...owner, headerKey: key, columns: [...columns] },
    update: { columns: [...columns] },
  });
}
