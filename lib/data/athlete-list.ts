import "server-only";
import { audit } from "./audit";
import { database } from "./database";
import type { Prisma } from "./generated/client";
import type { ConsentScope } from "./generated/enums";
import { uuidOrNone } from "./ids";
import { dateText } from "./model-columns";
import { permittedAthletes, permittedTeams } from "./permissions";
import type { Viewer } from "./viewer";

// Everybody whose record a viewer may see, as programs ask for them.

export type AthleteEntry = {
  id: string;
  name: string;
  identifier: string | null;
  /** "YYYY-MM-DD" */
  birthDate: string;
  sex: "female" | "male";
  own: boolean;
  mayRecord: boolean;
  /** Those through which the viewer sees the record, by name. */
  teams: { id: string; name: string; scope: ConsentScope }[];
};

export type AthleteQuery = {
  /** Those of one team only. */
  teamId?: string;
  /** The athlete after whom the page begins. */
  after?: string;
  limit: number;
};

/**
 * The viewer's own record and those of the athletes they may see, in the order in which they were made; null where they do not
 * work in the team that is asked for. The teams' people read that it was looked at.
 */
export async function listAthletes(viewer: Viewer, { teamId, after, limit }: AthleteQuery): Promise<AthleteEntry[] | null> {
  if (teamId !== undefined && !(await database().team.findFirst({ where: teamOf(viewer, teamId), select: { id: true } }))) return null;
  const visible = {
    AND: [permittedAthletes(viewer, "view", teamId), teamId === undefined ? {} : { consents: { some: standing(viewer, teamId) } }],
  };
  const rows = await database().athlete.findMany({
    where: { AND: [visible, after === undefined ? {} : await following(visible, after)] },
    select: selectFor(viewer),
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: limit,
  });
  const entries = rows.map((row) => entryOf(viewer, row));
  const teams = new Set(entries.flatMap((entry) => (entry.own ? [] : entry.teams.map(({ id }) => id))));
  await database().$transaction((transaction) =>
    audit(transaction, ...[...teams].map((id) => ({ actor: viewer.userId, subject: null, action: "roster.viewed" as const, target: id }))),
  );
  return entries;
}

/** An athlete whom the viewer may see, for them to read who looked; null where there is none. */
export async function viewAthlete(viewer: Viewer, id: string): Promise<AthleteEntry | null> {
  const row = await database().athlete.findFirst({
    where: { AND: [{ id: uuidOrNone(id) }, permittedAthletes(viewer, "view")] },
    select: selectFor(viewer),
  });
  if (!row) return null;
  const entry = entryOf(viewer, row);
  if (!entry.own)
    await database().$transaction((transaction) =>
      audit(transaction, { actor: viewer.userId, subject: row.userId, athlete: row.id, action: "athlete.viewed", target: row.id }),
    );
  return entry;
}

const teamOf = (viewer: Viewer, teamId: string): Prisma.TeamWhereInput => ({
  AND: [{ id: uuidOrNone(teamId) }, permittedTeams(viewer, "view")],
});

const standing = (viewer: Viewer, teamId?: string): Prisma.ConsentWhereInput => ({
  revokedAt: null,
  team: { memberships: { some: { userId: viewer.userId } } },
  ...(teamId !== undefined && { teamId: uuidOrNone(teamId) }),
});

const selectFor = (viewer: Viewer) =>
  ({
    id: true,
    userId: true,
    name: true,
    identifier: true,
    birthDate: true,
    sex: true,
    consents: {
      where: standing(viewer),
      select: { teamId: true, scope: true, team: { select: { name: true } } },
      orderBy: [{ team: { name: "asc" } }, { teamId: "asc" }],
    },
  }) satisfies Prisma.AthleteSelect;

type Row = Prisma.AthleteGetPayload<{ select: ReturnType<typeof selectFor> }>;

function entryOf(viewer: Viewer, { userId, birthDate, consents, ...row }: Row): AthleteEntry {
  const own = userId === viewer.userId;
  return {
    ...row,
    birthDate: dateText(birthDate),
    own,
    mayRecord: own || consents.some(({ scope }) => scope === "record"),
    teams: consents.map(({ teamId, scope, team }) => ({ id: teamId, name: team.name, scope })),
  };
}

/** Who comes after an athlete in the list; nobody where the viewer sees no such athlete in it. */
async function following(visible: Prisma.AthleteWhereInput, id: string): Promise<Prisma.AthleteWhereInput> {
  const last = await database().athlete.findFirst({
    where: { AND: [{ id: uuidOrNone(id) }, visible] },
    select: { id: true, createdAt: true },
  });
  if (!last) return { id: { in: [] } };
  return { OR: [{ createdAt: { gt: last.createdAt } }, { createdAt: last.createdAt, id: { gt: last.id } }] };
}
