import "server-only";
import { Prisma } from "./generated/client";
import { uuidOrNone } from "./ids";
import { type Access, type AthleteRelation, permissions, type TeamAccess } from "./permission-table";
import type { Viewer } from "./viewer";

export type { Access, TeamAccess } from "./permission-table";

const athleteRelations: Record<AthleteRelation, (viewer: Viewer, teamId?: string) => Prisma.AthleteWhereInput> = {
  person: (viewer) => ({ userId: viewer.userId }),
  viewingCoach: (viewer, teamId) => ({ consents: { some: standing(viewer, "view", teamId) } }),
  recordingCoach: (viewer, teamId) => ({ consents: { some: standing(viewer, "record", teamId) } }),
  recordingCoachOfPatient: (viewer, teamId) => ({ userId: null, consents: { some: standing(viewer, "record", teamId) } }),
};

/** The athletes whose record the viewer may `access`; through the team `teamId` alone where one is given (their own record apart). */
export function permittedAthletes(viewer: Viewer, access: Access, teamId?: string): Prisma.AthleteWhereInput {
  return { OR: permissions.athlete[access].map((relation) => athleteRelations[relation](viewer, teamId)) };
}

const relationsInSql: Record<AthleteRelation, (viewer: Viewer) => Prisma.Sql> = {
  person: (viewer) => Prisma.sql`athlete."userId" = ${viewer.userId}::uuid`,
  viewingCoach: (viewer) => standingInSql(viewer, "view"),
  recordingCoach: (viewer) => standingInSql(viewer, "record"),
  recordingCoachOfPatient: (viewer) => Prisma.sql`(athlete."userId" IS NULL AND ${standingInSql(viewer, "record")})`,
};

/** For queries in SQL: whether the viewer may `access` the record of the "Athlete" named athlete, true or false, though nobody may sign in to it. As {@link permittedAthletes}; a test holds them together. */
export function mayAccess(viewer: Viewer, access: Access): Prisma.Sql {
  return Prisma.sql`((${Prisma.join(
    permissions.athlete[access].map((relation) => relationsInSql[relation](viewer)),
    " OR ",
  )}) IS TRUE)`;
}

/** The teams with which the viewer may do what `access` says. */
export function permittedTeams(viewer: Viewer, access: TeamAccess): Prisma.TeamWhereInput {
  return { memberships: { some: { userId: viewer.userId, role: { in: [...permissions.team[access]] } } } };
}

/** For queries in SQL: {@link permittedTeams}, as a subselect of their ids. */
export function permittedTeamIds(viewer: Pick<Viewer, "userId">, access: TeamAccess): Prisma.Sql {
  const roles = Prisma.join([...permissions.team[access]]);
  return Prisma.sql`(
    SELECT membership."teamId" FROM "Membership" membership
    WHERE membership."userId" = ${viewer.userId}::uuid AND membership.role::text IN (${roles})
  )`;
}

/**
 * For queries in SQL: a subselect of the ids of all athletes whose record the viewer may view as a coach, through the team
 * `teamId` alone where one is given. The same rule as {@link permittedAthletes} without the viewer's own record; a test
 * holds them together.
 */
export function coachedAthletes(viewer: Viewer, teamId?: string): Prisma.Sql {
  const team = teamId === undefined ? Prisma.empty : Prisma.sql`AND consent."teamId" = ${uuidOrNone(teamId)}::uuid`;
  return Prisma.sql`(
    SELECT consent."athleteId" FROM "Consent" consent
    JOIN "Membership" membership ON membership."teamId" = consent."teamId"
    WHERE membership."userId" = ${viewer.userId}::uuid AND consent."revokedAt" IS NULL ${team}
  )`;
}

/**
 * For queries in SQL over rows that name a team and an athlete: true where the athlete's consent for that team stands and the
 * viewer works in it. {@link coachedAthletes} row by row, so that a page costs the same however many there are.
 */
export function coachedThrough(viewer: Viewer, row: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "Consent" consent
    JOIN "Membership" membership ON membership."teamId" = consent."teamId"
    WHERE consent."teamId" = ${row}."teamId" AND consent."athleteId" = ${row}."athleteId" AND consent."revokedAt" IS NULL
      AND membership."userId" = ${viewer.userId}::uuid
  )`;
}

function standing(viewer: Viewer, scope: "view" | "record", teamId?: string): Prisma.ConsentWhereInput {
  return {
    revokedAt: null,
    scope,
    ...(teamId !== undefined && { teamId: uuidOrNone(teamId) }),
    team: { memberships: { some: { userId: viewer.userId } } },
  };
}

function standingInSql(viewer: Viewer, scope: "view" | "record"): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "Consent" consent
    JOIN "Membership" membership ON membership."teamId" = consent."teamId"
    WHERE consent."athleteId" = athlete."id" AND consent."revokedAt" IS NULL AND consent."scope"::text = ${scope}
      AND membership."userId" = ${viewer.userId}::uuid
  )`;
}
