import "server-only";
import { z } from "zod";
import { fail, type Result, succeed } from "@/lib/result";
import { audit } from "./audit";
import { database, type Transaction } from "./database";
import { uuidOrNone } from "./ids";
import { endConsents, endedConsentSchema, lockStandingConsents, restoreConsents, restoreConsentsAsNow } from "./merge-consents";
import { type MergeKind, moveBack, moveContent, movedContentSchema } from "./merge-moves";
import { type Access, permittedAthletes } from "./permissions";
import { permittedAthlete } from "./permitted";
import { lockRecords } from "./record-locks";
import { refreshRoster } from "./summaries";
import type { Viewer } from "./viewer";

// Two records of one person made one, and two again. The record that becomes part of the other (the source) stays, empty and
// seen by nobody, so that nothing is lost and the merge can be undone.

/**
 * `same_record`: source and target are one. `people_differ`: birth date or sex do not agree. `not_found`: no such record, or
 * the source has a sign-in. `already_merged`: one of them is part of another record already.
 */
export type MergeFailure = "same_record" | "people_differ" | "not_found" | "already_merged";

const movedSchema = movedContentSchema.extend({ kind: z.enum(["claim", "records"]), consents: z.array(endedConsentSchema) });

type Records = { sourceId: string; targetId: string };

/**
 * Makes `sourceId` part of `targetId`, in the caller's transaction: everything that hangs on it moves, its standing consents
 * end. Grants nothing: who sees the target sees what arrived. The caller has asked what the actor may do.
 */
export async function mergeInto(
  transaction: Transaction,
  { actor, ...records }: Records & { actor: string },
): Promise<Result<{ mergeId: string }, MergeFailure>> {
  const { sourceId, targetId } = records;
  if (sourceId === targetId) return fail("same_record");
  await lockRecords(transaction, [sourceId, targetId]);
  const rows = await transaction.athlete.findMany({
    where: { id: { in: [uuidOrNone(sourceId), uuidOrNone(targetId)] } },
    select: { id: true, userId: true, birthDate: true, sex: true, mergedInto: { where: { undoneAt: null }, select: { id: true } } },
  });
  const source = rows.find(({ id }) => id === sourceId);
  const target = rows.find(({ id }) => id === targetId);
  if (!source || !target || source.userId !== null) return fail("not_found");
  if (source.mergedInto.length > 0 || target.mergedInto.length > 0) return fail("already_merged");
  if (source.birthDate.getTime() !== target.birthDate.getTime() || source.sex !== target.sex) return fail("people_differ");
  const kind: MergeKind = target.userId === null ? "records" : "claim";
  const consents = await endConsents(transaction, sourceId);
  const moved = { kind, consents, ...(await moveContent(transaction, records, kind)) } satisfies z.infer<typeof movedSchema>;
  const { id: mergeId } = await transaction.athleteMerge.create({
    data: { sourceId, targetId, mergedById: actor, moved },
    select: { id: true },
  });
  await audit(transaction, { actor, subject: target.userId, athlete: targetId, action: "record.merged", target: mergeId });
  await refreshBoth(transaction, records);
  return succeed({ mergeId });
}

/**
 * For a coach: makes two records of one patient one. `teams_differ`: other teams may see or write the one than the other, and
 * would gain by it.
 */
export async function mergeRecords(
  viewer: Viewer,
  records: Records,
): Promise<Result<{ mergeId: string }, MergeFailure | "not_permitted" | "teams_differ">> {
  return database().$transaction(async (transaction) => {
    const { sourceId, targetId } = records;
    if (sourceId === targetId) return fail("same_record");
    await lockRecords(transaction, [sourceId, targetId]);
    const consents = await lockStandingConsents(transaction, [uuidOrNone(sourceId), uuidOrNone(targetId)]);
    for (const id of [sourceId, targetId]) {
      if (!(await permittedAthlete(viewer, id, "administer", transaction))) return fail("not_permitted");
    }
    const whoMay = (id: string) =>
      consents.flatMap(({ athleteId, teamId, scope }) => (athleteId === id ? [`${teamId} ${scope}`] : [])).join();
    if (whoMay(sourceId) !== whoMay(targetId)) return fail("teams_differ");
    return mergeInto(transaction, { actor: viewer.userId, ...records });
  });
}

/**
 * Makes two records of one again: what moved goes back, consents stand as before, what the target was given since stays
 * with it. The person may undo what became part of their record, a coach what coaches made one. `merged_further`: the target
 * has become part of another record since, which must be undone first.
 */
export async function undoMerge(
  viewer: Viewer,
  mergeId: string,
): Promise<Result<Records, "not_permitted" | "already_undone" | "merged_further">> {
  return database().$transaction(async (transaction) => {
    const found = await transaction.athleteMerge.findUnique({ where: { id: uuidOrNone(mergeId) } });
    if (!found) return fail("not_permitted");
    const { sourceId, targetId } = found;
    await lockRecords(transaction, [sourceId, targetId]);
    const moved = movedSchema.parse(found.moved);
    const target = await mayUndo(viewer, targetId, moved, transaction);
    if (!target) return fail("not_permitted");
    const further = await transaction.athleteMerge.count({ where: { sourceId: targetId, undoneAt: null } });
    if (further > 0) return fail("merged_further");
    const { count } = await transaction.athleteMerge.updateMany({
      where: { id: mergeId, undoneAt: null },
      data: { undoneAt: new Date(), undoneById: viewer.userId },
    });
    if (count === 0) return fail("already_undone");
    await moveBack(transaction, moved, { sourceId, targetId });
    if (moved.kind === "claim") await restoreConsents(transaction, moved.consents);
    else await restoreConsentsAsNow(transaction, moved.consents, { sourceId, targetId });
    await audit(transaction, {
      actor: viewer.userId,
      subject: target.userId,
      athlete: targetId,
      action: "record.unmerged",
      target: mergeId,
    });
    await refreshBoth(transaction, { sourceId, targetId });
    return succeed({ sourceId, targetId });
  });
}

export type MergeView = {
  id: string;
  kind: MergeKind;
  mergedAt: Date;
  /** Null where their account is gone. */
  mergedBy: string | null;
  /** The name on the record that became part of this one. */
  sourceName: string;
  /** The teams that saw it until then, by name. */
  teams: { id: string; name: string }[];
  /** How many assessments came with it. */
  assessments: number;
};

/** What has become part of a record and can be undone by the viewer, newest first. */
export async function listMerges(viewer: Viewer, athleteId: string): Promise<MergeView[]> {
  const may = (access: Access) =>
    database().athlete.count({ where: { AND: [{ id: uuidOrNone(athleteId) }, permittedAthletes(viewer, access)] } });
  const [own, administered] = await Promise.all([may("own"), may("administer")]);
  if (own + administered === 0) return [];
  const rows = await database().athleteMerge.findMany({
    where: { targetId: athleteId, undoneAt: null, target: { mergedInto: { none: { undoneAt: null } } } },
    select: { id: true, mergedAt: true, moved: true, mergedBy: { select: { name: true } }, source: { select: { name: true } } },
    orderBy: [{ mergedAt: "desc" }, { id: "desc" }],
  });
  const merges = rows.map((row) => ({ ...row, moved: movedSchema.parse(row.moved) }));
  const teamIds = merges.flatMap(({ moved }) => moved.consents.map(({ teamId }) => teamId));
  const teams = await database().team.findMany({
    where: { id: { in: teamIds } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  return merges.map(({ id, mergedAt, mergedBy, source, moved }) => ({
    id,
    kind: moved.kind,
    mergedAt,
    mergedBy: mergedBy?.name ?? null,
    sourceName: source.name,
    teams: teams.filter((team) => moved.consents.some(({ teamId }) => teamId === team.id)),
    assessments: moved.assessments.length,
  }));
}

/** The target, where the viewer may undo the merge: the person, or of patients a coach who looked after both. */
async function mayUndo(viewer: Viewer, targetId: string, { kind, consents }: z.infer<typeof movedSchema>, transaction: Transaction) {
  const own = await permittedAthlete(viewer, targetId, "own", transaction);
  if (own || kind === "claim") return own;
  const teams = consents.map(({ teamId }) => teamId);
  const lookedAfterBoth = await transaction.membership.count({ where: { userId: viewer.userId, teamId: { in: teams } } });
  return lookedAfterBoth > 0 ? permittedAthlete(viewer, targetId, "administer", transaction) : null;
}

async function refreshBoth(transaction: Transaction, { sourceId, targetId }: Records): Promise<void> {
  for (const id of [sourceId, targetId].toSorted()) await refreshRoster(transaction, id);
}
