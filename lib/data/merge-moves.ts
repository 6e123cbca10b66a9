import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { readContent, sameContent } from "./assessment-rows";
import type { Transaction } from "./database";
import { Prisma } from "./generated/client";
import { dateText } from "./model-columns";

// What moves from one record to the other when they are made one, and back.

const recallSchema = z.object({ dueOn: z.iso.date(), setById: z.guid().nullable(), setAt: z.iso.datetime() });

export const movedContentSchema = z.object({
  /** `submissionId` where the target had another assessment of that submission, and this one was given a new one. */
  assessments: z.array(z.object({ id: z.guid(), submissionId: z.guid().optional() })),
  notes: z.array(z.guid()),
  /** Dates that the target took over, with the one it had before. The source keeps its own. */
  recalls: z.array(recallSchema.extend({ teamId: z.guid(), replaced: recallSchema.nullable() })),
  /** Whether the target, which had none, took over the source's identifier. */
  identifier: z.boolean(),
});

export type MovedContent = z.infer<typeof movedContentSchema>;
type Recall = z.infer<typeof recallSchema>;
type Records = { sourceId: string; targetId: string };

/** `claim`: the person took over a record a team had made; `records`: a coach made two records of a patient one. */
export type MergeKind = "claim" | "records";

/** Moves what hangs on the source to the target; what it did is what {@link moveBack} needs. */
export async function moveContent(transaction: Transaction, records: Records, kind: MergeKind): Promise<MovedContent> {
  return {
    assessments: await moveAssessments(transaction, records),
    notes: await moveNotes(transaction, records),
    recalls: await takeOverRecalls(transaction, records),
    // A team's own identifier is not for the other teams of a person who claims the record.
    identifier: kind === "records" && (await takeOverIdentifier(transaction, records)),
  };
}

/** Puts back what moved, as far as it is still there and as it was left; what the target was given since stays with it. */
export async function moveBack(transaction: Transaction, moved: MovedContent, { sourceId, targetId }: Records): Promise<void> {
  const assessments = moved.assessments.map(({ id }) => id);
  const resubmitted = moved.assessments.flatMap(({ id, submissionId }) => (submissionId === undefined ? [] : [{ id, submissionId }]));
  for (const { id, submissionId } of resubmitted) {
    await transaction.$executeRaw`UPDATE "Assessment" SET "athleteId" = ${sourceId}::uuid, "submissionId" = ${submissionId}::uuid
      WHERE "id" = ${id}::uuid AND "athleteId" = ${targetId}::uuid`;
  }
  if (assessments.length > 0) {
    await transaction.$executeRaw`UPDATE "Assessment" SET "athleteId" = ${sourceId}::uuid
      WHERE "id" IN (${uuids(assessments)}) AND "athleteId" = ${targetId}::uuid`;
    await assignSummaries(transaction, assessments, sourceId);
  }
  await transaction.note.updateMany({ where: { id: { in: moved.notes }, athleteId: targetId }, data: { athleteId: sourceId } });
  for (const recall of moved.recalls) await giveBackRecall(transaction, recall, targetId);
  if (moved.identifier) await giveBackIdentifier(transaction, { sourceId, targetId });
}

/** In SQL, so that the time of the last change stays: to be moved changes nothing about an assessment. */
async function moveAssessments(transaction: Transaction, records: Records): Promise<MovedContent["assessments"]> {
  const { sourceId, targetId } = records;
  const { twins, namesakes } = await sharedSubmissions(transaction, records);
  for (const { id } of namesakes) {
    await transaction.$executeRaw`UPDATE "Assessment" SET "submissionId" = ${randomUUID()}::uuid WHERE "id" = ${id}::uuid`;
  }
  const others = twins.length > 0 ? Prisma.sql`AND "id" NOT IN (${uuids(twins)})` : Prisma.empty;
  const moved = await transaction.$queryRaw<{ id: string }[]>`UPDATE "Assessment" SET "athleteId" = ${targetId}::uuid
    WHERE "athleteId" = ${sourceId}::uuid ${others} RETURNING "id"::text`;
  const ids = moved.map(({ id }) => id);
  await assignSummaries(transaction, ids, targetId);
  const former = new Map(namesakes.map(({ id, submissionId }) => [id, submissionId]));
  return ids.toSorted().map((id) => ({ id, submissionId: former.get(id) }));
}

/**
 * Of the source's assessments, those whose submission the target has too: `twins` are the same in content, so the one at the
 * target is enough and they stay; `namesakes` are not.
 */
async function sharedSubmissions(transaction: Transaction, { sourceId, targetId }: Records) {
  const submissions = await transaction.assessment.groupBy({
    by: ["submissionId"],
    where: { athleteId: { in: [sourceId, targetId] } },
    having: { submissionId: { _count: { gt: 1 } } },
  });
  if (submissions.length === 0) return { twins: [], namesakes: [] };
  const rows = await transaction.assessment.findMany({
    where: { athleteId: { in: [sourceId, targetId] }, submissionId: { in: submissions.map(({ submissionId }) => submissionId) } },
    include: { measurements: true },
  });
  const isTwin = (row: (typeof rows)[number]) => {
    const atTarget = rows.find((other) => other.athleteId === targetId && other.submissionId === row.submissionId);
    const { facts, measurements, unreadable } = readContent(row);
    return atTarget !== undefined && unreadable === 0 && sameContent({ ...facts, measurements }, atTarget);
  };
  const ofSource = rows.filter(({ athleteId }) => athleteId === sourceId);
  return { twins: ofSource.filter(isTwin).map(({ id }) => id), namesakes: ofSource.filter((row) => !isTwin(row)) };
}

/** A summary says whose the assessment is; all else in it is of the assessment, or the same for both records. */
async function assignSummaries(transaction: Transaction, assessmentIds: string[], athleteId: string): Promise<void> {
  await transaction.assessmentSummary.updateMany({ where: { assessmentId: { in: assessmentIds } }, data: { athleteId } });
}

async function moveNotes(transaction: Transaction, { sourceId, targetId }: Records): Promise<string[]> {
  const notes = await transaction.note.findMany({ where: { athleteId: sourceId }, select: { id: true }, orderBy: { id: "asc" } });
  const ids = notes.map(({ id }) => id);
  await transaction.note.updateMany({ where: { id: { in: ids } }, data: { athleteId: targetId } });
  return ids;
}

/** Where a team has set a date on both, the nearer one stands: nobody is seen later than somebody wanted. */
async function takeOverRecalls(transaction: Transaction, { sourceId, targetId }: Records): Promise<MovedContent["recalls"]> {
  const rows = await transaction.recall.findMany({ where: { athleteId: { in: [sourceId, targetId] } }, orderBy: { teamId: "asc" } });
  const taken: MovedContent["recalls"] = [];
  for (const row of rows.filter(({ athleteId }) => athleteId === sourceId)) {
    const standing = rows.find(({ athleteId, teamId }) => athleteId === targetId && teamId === row.teamId);
    if (standing && standing.dueOn <= row.dueOn) continue;
    const date = { dueOn: row.dueOn, setById: row.setById, setAt: row.setAt };
    const key = { athleteId: targetId, teamId: row.teamId };
    await transaction.recall.upsert({ where: { athleteId_teamId: key }, create: { ...key, ...date }, update: date });
    taken.push({ teamId: row.teamId, ...recallText(date), replaced: standing ? recallText(standing) : null });
  }
  return taken;
}

/** Only a date that nobody has set anew since. */
async function giveBackRecall(transaction: Transaction, recall: MovedContent["recalls"][number], targetId: string): Promise<void> {
  const where = { athleteId: targetId, teamId: recall.teamId, dueOn: new Date(recall.dueOn), setAt: new Date(recall.setAt) };
  if (recall.replaced === null) {
    await transaction.recall.deleteMany({ where });
    return;
  }
  const { dueOn, setAt, setById } = recall.replaced;
  const setter = setById && (await transaction.user.findUnique({ where: { id: setById }, select: { id: true } }));
  const data = { dueOn: new Date(dueOn), setAt: new Date(setAt), setById: setter ? setter.id : null };
  await transaction.recall.updateMany({ where, data });
}

async function takeOverIdentifier(transaction: Transaction, { sourceId, targetId }: Records): Promise<boolean> {
  const source = await transaction.athlete.findUnique({ where: { id: sourceId }, select: { identifier: true } });
  if (!source?.identifier) return false;
  const { count } = await transaction.athlete.updateMany({
    where: { id: targetId, identifier: null },
    data: { identifier: source.identifier },
  });
  return count > 0;
}

async function giveBackIdentifier(transaction: Transaction, { sourceId, targetId }: Records): Promise<void> {
  const source = await transaction.athlete.findUnique({ where: { id: sourceId }, select: { identifier: true } });
  if (!source?.identifier) return;
  await transaction.athlete.updateMany({ where: { id: targetId, identifier: source.identifier }, data: { identifier: null } });
}

function recallText({ dueOn, setById, setAt }: { dueOn: Date; setById: string | null; setAt: Date }): Recall {
  return { dueOn: dateText(dueOn), setById, setAt: setAt.toISOString() };
}

function uuids(ids: readonly string[]): Prisma.Sql {
  return Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`));
}
