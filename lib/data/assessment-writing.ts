import "server-only";
import { predict } from "@/lib/inference";
import type { Measurements } from "@/lib/measurements/schema";
import { fail, type Result, succeed } from "@/lib/result";
import { type AssessmentFacts, factsToRow, predictionRow, readContent, sameContent, snapshot } from "./assessment-rows";
import { audit } from "./audit";
import { database, type Transaction } from "./database";
import { isUniqueViolation } from "./errors";
import { timeOrderedId, uuidOrNone } from "./ids";
import { writeTogether } from "./insertion";
import { modelColumns, type Person, wasAdult } from "./model-columns";
import { mayAccess, permittedAthletes } from "./permissions";
import { athleteSelect, heldAthlete, permittedAthlete } from "./permitted";
import { holdRecord } from "./record-locks";
import { assessmentInsertions, contentInsertions } from "./record-many";
import { rosterSource, withAssessment } from "./roster-source";
import { refreshRoster, rosterLines, summariseAssessment } from "./summaries";
import type { Viewer } from "./viewer";

// Models take a while: what the viewer may do is asked again in the transaction that writes.

export type AssessmentInput = AssessmentFacts & { submissionId: string; measurements: Measurements };

/**
 * `under_age`: the athlete was under 18 on the day of the assessment. `already_stored`: the same submission is stored, at
 * `revision`, with other content.
 */
export type RecordFailure = { reason: "not_permitted" | "under_age" } | { reason: "already_stored"; id: string; revision: number };

/** `unreadable`: something stored cannot be read any more, and a correction would delete it. */
export type CorrectFailure = "not_permitted" | "under_age" | "changed_meanwhile" | "unreadable";
export type SaveFailure = CorrectFailure;

/**
 * Stores an assessment with its measurements and every model's answer, all or nothing.
 * The same submission again (double tap, retry after a lost answer) returns the first one's id and stores nothing; with
 * other content it is refused as `already_stored`.
 */
export async function record(
  viewer: Viewer,
  input: AssessmentInput & { athleteId: string },
): Promise<Result<{ id: string }, RecordFailure>> {
  const athlete = await permittedAthlete(viewer, input.athleteId, "record", database().$statements());
  if (!athlete) return fail({ reason: "not_permitted" });
  if (!wasAdult(athlete, input)) return fail({ reason: "under_age" });
  const columns = modelColumns(athlete, input);
  const predictions = await predict({ protocol: input.protocol, reason: input.reason, columns });
  const { submissionId, measurements } = input;
  const id = timeOrderedId();
  try {
    const outcome = await database().$inStatements(async (transaction) => {
      await holdRecord(transaction, viewer, athlete.id);
      const source = await rosterSource(transaction, athlete.id, mayAccess(viewer, "record"));
      if (!source) return "not_permitted";
      if (!samePerson(source, athlete)) return "corrected";
      await writeTogether(transaction, [
        ...assessmentInsertions(viewer, [{ id, athlete, submissionId, facts: input, measurements, columns, predictions }]),
        ...rosterLines(athlete.id, withAssessment(source, { id, facts: input, measurements, predictions })),
      ]);
      return "written";
    });
    if (outcome === "corrected") return record(viewer, input);
    return outcome === "written" ? succeed({ id }) : fail({ reason: outcome });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const first = await database().assessment.findUnique({
      where: { athleteId_submissionId: { athleteId: athlete.id, submissionId: input.submissionId } },
      include: { measurements: true },
    });
    if (!first) throw error;
    return sameContent(input, first)
      ? succeed({ id: first.id })
      : fail({ reason: "already_stored", id: first.id, revision: first.revision });
  }
}

/**
 * Stores what a person last saved: records it, or where the same submission is stored with other content (its answer was
 * lost, and the person went on writing) corrects that one, which keeps the former content as a revision.
 */
export async function save(viewer: Viewer, input: AssessmentInput & { athleteId: string }): Promise<Result<{ id: string }, SaveFailure>> {
  const recorded = await record(viewer, input);
  if (recorded.ok) return recorded;
  if (recorded.error.reason !== "already_stored") return fail(recorded.error.reason);
  const { id, revision } = recorded.error;
  return correct(viewer, id, { ...input, revision });
}

/**
 * Replaces an assessment's content, keeps what it replaced as a revision and adds the models' answers to the new content.
 * `revision` is the one the person was looking at: where somebody corrected it since, nothing is written.
 */
export async function correct(
  viewer: Viewer,
  id: string,
  input: Omit<AssessmentInput, "submissionId"> & { revision: number },
): Promise<Result<{ id: string }, CorrectFailure>> {
  const writable = { id: uuidOrNone(id), athlete: permittedAthletes(viewer, "record") };
  const current = await database().assessment.findFirst({
    where: writable,
    include: { measurements: true, athlete: { select: athleteSelect } },
  });
  if (!current) return fail("not_permitted");
  if (current.revision !== input.revision) return fail("changed_meanwhile");
  if (!wasAdult(current.athlete, input)) return fail("under_age");
  const former = readContent(current);
  if (former.unreadable > 0) return fail("unreadable");
  const columns = modelColumns(current.athlete, input);
  const predictions = await predict({ protocol: input.protocol, reason: input.reason, columns });
  const revision = input.revision + 1;
  return database().$transaction(async (transaction) => {
    if (!(await heldAthlete(viewer, current.athlete.id, "record", transaction))) return fail("not_permitted");
    const { count } = await transaction.assessment.updateMany({
      where: { ...writable, athleteId: current.athleteId, revision: input.revision },
      data: { ...factsToRow(input), revision },
    });
    if (count === 0) return fail((await transaction.assessment.count({ where: writable })) > 0 ? "changed_meanwhile" : "not_permitted");
    await transaction.assessmentRevision.create({
      data: { assessmentId: id, revision: input.revision, before: snapshot(former), replacedById: viewer.userId },
    });
    await transaction.measurement.deleteMany({ where: { assessmentId: id } });
    await writeTogether(transaction, contentInsertions([{ id, revision, measurements: input.measurements, columns, predictions }]));
    await sumUp(transaction, id, current.athlete.id);
    await audit(transaction, {
      actor: viewer.userId,
      subject: current.athlete.userId,
      athlete: current.athlete.id,
      action: "assessment.corrected",
      target: id,
    });
    return succeed({ id });
  });
}

/** Deletes an assessment with everything that hangs on it. False where there is none that the viewer may write. */
export async function remove(viewer: Viewer, id: string): Promise<boolean> {
  return database().$transaction(async (transaction) => {
    const assessment = await transaction.assessment.findFirst({
      where: { id: uuidOrNone(id), athlete: permittedAthletes(viewer, "record") },
      select: { id: true, athlete: { select: { id: true, userId: true } } },
    });
    if (!assessment || !(await heldAthlete(viewer, assessment.athlete.id, "record", transaction))) return false;
    const { count } = await transaction.assessment.deleteMany({ where: { id: assessment.id, athleteId: assessment.athlete.id } });
    if (count === 0) return false;
    await refreshRoster(transaction, assessment.athlete.id);
    await audit(transaction, {
      actor: viewer.userId,
      subject: assessment.athlete.userId,
      athlete: assessment.athlete.id,
      action: "assessment.deleted",
      target: id,
    });
    return true;
  });
}

/** Adds the answers of models (or versions) that have none yet for the present revision; returns how many were added. */
export async function predictAgain(viewer: Viewer, id: string): Promise<Result<{ added: number }, "not_permitted">> {
  const writable = { id: uuidOrNone(id), athlete: permittedAthletes(viewer, "record") };
  const row = await database().assessment.findFirst({
    where: writable,
    include: {
      measurements: true,
      predictions: { select: { model: true, version: true, revision: true } },
      athlete: { select: athleteSelect },
    },
  });
  if (!row) return fail("not_permitted");
  const { facts, measurements } = readContent(row);
  const known = new Set(
    row.predictions.filter((entry) => entry.revision === row.revision).map((entry) => `${entry.model}@${entry.version}`),
  );
  const columns = modelColumns(row.athlete, { ...facts, measurements });
  const fresh = (await predict({ protocol: facts.protocol, reason: facts.reason, columns })).filter(
    (entry) => !known.has(`${entry.model}@${entry.version}`),
  );
  return database().$transaction(async (transaction) => {
    const held = await heldAthlete(viewer, row.athleteId, "record", transaction);
    if (!held || (await transaction.assessment.count({ where: { ...writable, athleteId: row.athleteId } })) === 0)
      return fail("not_permitted");
    const { count } = await transaction.prediction.createMany({
      data: fresh.map((entry) => predictionRow(id, row.revision, entry, columns)),
      skipDuplicates: true,
    });
    await refreshRoster(transaction, row.athlete.id);
    await audit(transaction, {
      actor: viewer.userId,
      subject: row.athlete.userId,
      athlete: row.athlete.id,
      action: "assessment.predicted",
      target: id,
    });
    return succeed({ added: count });
  });
}

/** Whether the models would be asked the same: a coach may correct birth date and sex while they run. */
function samePerson(one: Person, other: Person): boolean {
  return one.birthDate.getTime() === other.birthDate.getTime() && one.sex === other.sex;
}

async function sumUp(transaction: Transaction, assessmentId: string, athleteId: string): Promise<void> {
  await summariseAssessment(transaction, assessmentId);
  await refreshRoster(transaction, athleteId);
}
