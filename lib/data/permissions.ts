import "server-only";
import { Prisma } from "./generated/client";
import type { Viewer } from "./viewer";

/**
 * Who may do what. The one table of permissions: every query of lib/data asks for a capability below and gets the condition
 * that the database puts to it. A coach or an owner stands to an athlete only through a consent that stands for a team they
 * work in, so the end of the consent or of the membership is the end of every row here.
 */
export const permissions = {
  athlete: {
    /** Read the record. */
    view: ["person", "viewingCoach", "recordingCoach"],
    /** Write assessments into the record. */
    record: ["person", "recordingCoach"],
    /** Write and read a team's notes on the athlete, and set a recall date. */
    note: ["viewingCoach", "recordingCoach"],
    /** Correct name and identifier, merge, and hand over a record that has no sign-in. */
    administer: ["recordingCoachOfPatient"],
    /** Share, withdraw, claim, and see who looked. */
    own: ["person"],
  },
  team: {
    /** See the team, its roster and its cohort. */
    view: ["coach", "owner"],
    /** Invite athletes, add patients, take up an athlete's offer. */
    invite: ["coach", "owner"],
    /** Rename the team, invite coaches, remove them, say who owns it. */
    manage: ["owner"],
  },
} as const satisfies { athlete: Record<string, readonly AthleteRelation[]>; team: Record<string, readonly TeamRelation[]> };

/** What a viewer may do with an athlete's record. */
export type Access = keyof typeof permissions.athlete;
/** What a viewer may do with a team. */
export type TeamAccess = keyof typeof permissions.team;

export type AthleteRelation = "person" | "viewingCoach" | "recordingCoach" | "recordingCoachOfPatient";
export type TeamRelation = "coach" | "owner";

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

/** The teams with which the viewer may do what `access` says. */
export function permittedTeams(viewer: Viewer, access: TeamAccess): Prisma.TeamWhereInput {
  return { memberships: { some: { userId: viewer.userId, role: { in: [...permissions.team[access]] } } } };
}

/**
 * For queries in SQL: a subselect of the ids of all athletes whose record the viewer may view as a coach, through the team
 * `teamId` alone where one is given. The same rule as {@link permittedAthletes} without the viewer's own record; a test
 * holds them together.
 */
export function coachedAthletes(viewer: Viewer, teamId?: string): Prisma.Sql {
  const team = teamId === undefined ? Prisma.empty : Prisma.sql`AND consent."teamId" = ${teamId}::uuid`;
  return Prisma.sql`(
    SELECT consent."athleteId" FROM "Consent" consent
    JOIN "Membership" membership ON membership."teamId" = consent."teamId"
    WHERE membership."userId" = ${viewer.userId}::uuid AND consent."revokedAt" IS NULL ${team}
  )`;
}

function standing(viewer: Viewer, scope: "view" | "record", teamId?: string): Prisma.ConsentWhereInput {
  return { revokedAt: null, scope, ...(teamId !== undefined && { teamId }), team: { memberships: { some: { userId: viewer.userId } } } };
}
