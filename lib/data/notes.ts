import "server-only";
import { fail, type Result, succeed } from "@/lib/result";
import { audit } from "./audit";
import { database } from "./database";
import { isUniqueViolation } from "./errors";
import type { Prisma } from "./generated/client";
import { uuidOrNone } from "./ids";
import { permittedAthletes } from "./permissions";
import { heldAthlete } from "./permitted";
import type { Viewer } from "./viewer";

// What coaches write about an athlete. A note is its team's: no other team reads it, whoever else sees the athlete.

export type NoteInput = {
  /** Made by the form: the same submission twice is stored once. */
  submissionId: string;
  athleteId: string;
  teamId: string;
  text: string;
  visibleToAthlete: boolean;
};

export type NoteView = {
  id: string;
  text: string;
  visibleToAthlete: boolean;
  createdAt: Date;
  team: { id: string; name: string };
  /** Null where their account is gone. */
  author: string | null;
  /** Whether the viewer wrote it, and may delete it. */
  own: boolean;
};

/** The athletes on whom the viewer may write and read notes of that team. */
function notedAthletes(viewer: Viewer, athleteId: string, teamId: string): Prisma.AthleteWhereInput {
  return { AND: [{ id: uuidOrNone(athleteId) }, permittedAthletes(viewer, "note", uuidOrNone(teamId))] };
}

export async function addNote(viewer: Viewer, input: NoteInput): Promise<Result<{ id: string }, "not_permitted">> {
  const { submissionId: id, athleteId, teamId, text, visibleToAthlete } = input;
  try {
    return await database().$transaction(async (transaction) => {
      const athlete = await heldAthlete(viewer, athleteId, "note", transaction);
      const through = await transaction.athlete.count({ where: notedAthletes(viewer, athleteId, teamId) });
      if (!athlete || through === 0) return fail("not_permitted");
      await transaction.note.create({ data: { id, athleteId, teamId, authorId: viewer.userId, text, visibleToAthlete } });
      // The athlete learns that a note was written even where it is the team's alone to read.
      await audit(transaction, { actor: viewer.userId, subject: athlete.userId, athlete: athlete.id, action: "note.added", target: id });
      return succeed({ id });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const first = await database().note.findFirst({ where: { id, authorId: viewer.userId, teamId }, select: { id: true } });
    return first ? succeed({ id }) : fail("not_permitted");
  }
}

/** The notes on an athlete of the teams through which the viewer sees them, newest first. */
export async function listNotes(viewer: Viewer, athleteId: string): Promise<NoteView[]> {
  const rows = await database().note.findMany({
    where: {
      athleteId: uuidOrNone(athleteId),
      athlete: permittedAthletes(viewer, "note"),
      team: {
        memberships: { some: { userId: viewer.userId } },
        consents: { some: { athleteId: uuidOrNone(athleteId), revokedAt: null } },
      },
    },
    include: { team: { select: { id: true, name: true } }, author: { select: { name: true } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return rows.map(({ id, text, visibleToAthlete, createdAt, team, author, authorId }) => ({
    id,
    text,
    visibleToAthlete,
    createdAt,
    team,
    author: author?.name ?? null,
    own: authorId === viewer.userId,
  }));
}

/** Deletes a note of the viewer's own. False where there is none that they may still see. */
export async function deleteNote(viewer: Viewer, noteId: string): Promise<boolean> {
  return database().$transaction(async (transaction) => {
    const note = await transaction.note.findFirst({
      where: { id: uuidOrNone(noteId), authorId: viewer.userId },
      select: { id: true, athleteId: true, teamId: true, athlete: { select: { userId: true } } },
    });
    if (!note) return false;
    if ((await transaction.athlete.count({ where: notedAthletes(viewer, note.athleteId, note.teamId) })) === 0) return false;
    const { count } = await transaction.note.deleteMany({ where: { id: note.id } });
    if (count === 0) return false;
    await audit(transaction, {
      actor: viewer.userId,
      subject: note.athlete.userId,
      athlete: note.athleteId,
      action: "note.deleted",
      target: note.id,
    });
    return true;
  });
}

export type VisibleNote = Pick<NoteView, "id" | "text" | "createdAt" | "author"> & { team: string };

/** What teams wrote for the viewer to read, newest first; it stays readable after they stopped sharing. */
export async function listVisibleNotes(viewer: Viewer): Promise<VisibleNote[]> {
  const rows = await database().note.findMany({
    where: { visibleToAthlete: true, athlete: permittedAthletes(viewer, "own") },
    include: { team: { select: { name: true } }, author: { select: { name: true } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return rows.map(({ id, text, createdAt, team, author }) => ({ id, text, createdAt, team: team.name, author: author?.name ?? null }));
}
