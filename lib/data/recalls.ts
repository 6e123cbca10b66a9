import "server-only";
import { audit } from "./audit";
import { database, type Transaction } from "./database";
import type { Prisma } from "./generated/client";
import { uuidOrNone } from "./ids";
import { dateText } from "./model-columns";
import { permittedAthletes } from "./permissions";
import { heldAthlete } from "./permitted";
import { refreshRoster, wasSeenAfter } from "./summaries";
import type { Viewer } from "./viewer";

// The day by which a team would like to see an athlete again.

export type RecallView = {
  teamId: string;
  team: string;
  /** "YYYY-MM-DD" */
  dueOn: string;
  /** Null where their account is gone. */
  setBy: string | null;
  setAt: Date;
  /** Whether the athlete has been measured since it was set. */
  met: boolean;
};

type Key = { athleteId: string; teamId: string };

/** Sets the day for one of the viewer's teams, in place of the one before. False where they may not see the athlete through it. */
export async function setRecall(viewer: Viewer, { athleteId, teamId, dueOn }: Key & { dueOn: string }): Promise<boolean> {
  return database().$transaction(async (transaction) => {
    const athlete = await recallable(viewer, { athleteId, teamId }, transaction);
    if (!athlete) return false;
    const date = { dueOn: new Date(dueOn), setById: viewer.userId, setAt: new Date() };
    const key = { athleteId, teamId };
    await transaction.recall.upsert({ where: { athleteId_teamId: key }, create: { ...key, ...date }, update: date });
    await audit(transaction, { actor: viewer.userId, subject: athlete.userId, athlete: athleteId, action: "recall.set", target: teamId });
    await refreshRoster(transaction, athleteId);
    return true;
  });
}

/** Takes the day back. False where none was set, or the viewer may not see the athlete through that team. */
export async function clearRecall(viewer: Viewer, { athleteId, teamId }: Key): Promise<boolean> {
  return database().$transaction(async (transaction) => {
    const athlete = await recallable(viewer, { athleteId, teamId }, transaction);
    if (!athlete) return false;
    const { count } = await transaction.recall.deleteMany({ where: { athleteId, teamId } });
    if (count === 0) return false;
    await audit(transaction, {
      actor: viewer.userId,
      subject: athlete.userId,
      athlete: athleteId,
      action: "recall.cleared",
      target: teamId,
    });
    await refreshRoster(transaction, athleteId);
    return true;
  });
}

/** The days set for an athlete by the teams through which the viewer sees them, nearest first. */
export async function readRecalls(viewer: Viewer, athleteId: string): Promise<RecallView[]> {
  return recallViews({
    athleteId: uuidOrNone(athleteId),
    athlete: permittedAthletes(viewer, "note"),
    team: {
      memberships: { some: { userId: viewer.userId } },
      consents: { some: { athleteId: uuidOrNone(athleteId), revokedAt: null } },
    },
  });
}

/** The days by which teams would like to see the viewer, nearest first: of teams they share with, and not met yet. */
export async function listRecalls(viewer: Viewer): Promise<RecallView[]> {
  const own = permittedAthletes(viewer, "own");
  const recalls = await recallViews({ athlete: own, team: { consents: { some: { athlete: own, revokedAt: null } } } });
  return recalls.filter(({ met }) => !met);
}

async function recallViews(where: Prisma.RecallWhereInput): Promise<RecallView[]> {
  const rows = await database().recall.findMany({
    where,
    include: {
      team: { select: { name: true } },
      setBy: { select: { name: true } },
      athlete: { select: { assessments: { select: { measuredAt: true }, orderBy: { measuredAt: "desc" }, take: 1 } } },
    },
    orderBy: [{ dueOn: "asc" }, { teamId: "asc" }],
  });
  return rows.map(({ teamId, team, dueOn, setBy, setAt, athlete }) => ({
    teamId,
    team: team.name,
    dueOn: dateText(dueOn),
    setBy: setBy?.name ?? null,
    setAt,
    met: wasSeenAfter(setAt, athlete.assessments[0]?.measuredAt ?? null),
  }));
}

/** The athlete, where the viewer may set a day for them as a member of that team. */
async function recallable(viewer: Viewer, { athleteId, teamId }: Key, transaction: Transaction) {
  const athlete = await heldAthlete(viewer, athleteId, "note", transaction);
  const through = { AND: [{ id: uuidOrNone(athleteId) }, permittedAthletes(viewer, "note", uuidOrNone(teamId))] };
  return athlete && (await transaction.athlete.count({ where: through })) > 0 ? athlete : null;
}
