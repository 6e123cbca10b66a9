import "server-only";
import { z } from "zod";
import { type AuditAction, auditKeysOf } from "./audit";
import { database } from "./database";
import { Prisma } from "./generated/client";
import type { ConsentScope, TeamRole } from "./generated/enums";
import { permittedAthletes } from "./permissions";
import type { Viewer } from "./viewer";

// With whom a person shares and shared their own record.

export type Look = {
  action: AuditAction;
  /** Who looked. */
  by: string;
  at: Date;
};

export type AccessEntry = {
  teamId: string;
  teamName: string;
  scope: ConsentScope;
  /** Since when the team has had access without a break, whatever its scope. */
  since: Date;
  members: { name: string; role: TeamRole; since: Date }[];
  /** The last time anybody who works there looked; null where nobody has. */
  lastLook: Look | null;
};

export type FormerAccess = {
  teamId: string;
  teamName: string;
  /** The last one. */
  scope: ConsentScope;
  since: Date;
  until: Date;
};

const looks = ["assessment.viewed", "assessment.listed", "athlete.viewed", "athlete.compared"] as const satisfies readonly AuditAction[];

/** These name no athlete, for they show all of a team's at once. */
const teamLooks = ["roster.viewed", "cohort.viewed"] as const satisfies readonly AuditAction[];

/** The teams that have access to the viewer's own record at present, by name. */
export async function listAccess(viewer: Viewer): Promise<AccessEntry[]> {
  const spells = (await readSpells(viewer)).filter(({ until }) => until === null);
  const teamIds = spells.map(({ teamId }) => teamId);
  const [members, lastLooks] = await Promise.all([membersOf(teamIds), readLastLooks(viewer, spells)]);
  return spells
    .map(({ teamId, teamName, scope, since }) => ({
      teamId,
      teamName,
      scope,
      since,
      members: members
        .filter((member) => member.teamId === teamId)
        .map(({ user, role, createdAt }) => ({ name: user.name, role, since: createdAt })),
      lastLook: lastLooks.get(teamId) ?? null,
    }))
    .toSorted((one, other) => one.teamName.localeCompare(other.teamName));
}

/** The teams that had access to the viewer's own record and have none at present: each once, the last to lose it first. */
export async function listFormerAccess(viewer: Viewer): Promise<FormerAccess[]> {
  const newest = new Map((await readSpells(viewer)).map((spell) => [spell.teamId, spell]));
  return [...newest.values()]
    .flatMap(({ until, ...spell }) => (until === null ? [] : [{ ...spell, until }]))
    .toSorted((one, other) => other.until.getTime() - one.until.getTime());
}

type Spell = { teamId: string; teamName: string; scope: ConsentScope; since: Date; until: Date | null };

/** Times during which a team had access, in the order in which they began; a change of scope does not end one. */
async function readSpells(viewer: Viewer): Promise<Spell[]> {
  const consents = await database().consent.findMany({
    where: { athlete: permittedAthletes(viewer, "own") },
    select: { teamId: true, scope: true, grantedAt: true, revokedAt: true, team: { select: { name: true } } },
    orderBy: [{ grantedAt: "asc" }, { id: "asc" }],
  });
  return consents.reduce<Spell[]>((spells, { teamId, scope, grantedAt, revokedAt, team }) => {
    const goesOn = spells.find((spell) => spell.teamId === teamId && spell.until?.getTime() === grantedAt.getTime());
    const others = spells.filter((spell) => spell !== goesOn);
    return [...others, { teamId, teamName: team.name, scope, since: goesOn?.since ?? grantedAt, until: revokedAt }];
  }, []);
}

function membersOf(teamIds: readonly string[]) {
  return database().membership.findMany({
    where: { teamId: { in: [...teamIds] } },
    select: { teamId: true, role: true, createdAt: true, user: { select: { name: true } } },
    orderBy: [{ role: "asc" }, { createdAt: "asc" }, { userId: "asc" }],
  });
}

const lookSchema = z.object({ teamId: z.string(), action: z.enum([...looks, ...teamLooks]), at: z.date(), by: z.string() });

/** The last look of each team since it has had access, in one query whatever the number of teams and people. */
async function readLastLooks(viewer: Viewer, spells: readonly Spell[]): Promise<Map<string, Look>> {
  if (spells.length === 0) return new Map();
  const teams = Prisma.join(spells.map(({ teamId, since }) => Prisma.sql`(${teamId}::uuid, ${since}::timestamptz)`));
  const { all } = await auditKeysOf(viewer);
  const rows = await database().$queryRaw`
    SELECT DISTINCT ON (team.id) team.id::text AS "teamId", look."action", look."at", person."name" AS "by"
    FROM (VALUES ${teams}) AS team (id, since)
    JOIN "Membership" member ON member."teamId" = team.id AND member."userId" <> ${viewer.userId}::uuid
    JOIN "User" person ON person."id" = member."userId"
    CROSS JOIN LATERAL (
      (SELECT event."action", event."at" FROM "AuditEvent" event
        WHERE event."subject" = ANY(ARRAY[${Prisma.join(all)}]::uuid[]) AND event."actor" = person."auditKey" AND event."at" >= team.since
          AND event."action" IN (${Prisma.join([...looks])})
        ORDER BY event."at" DESC LIMIT 1)
      UNION ALL
      (SELECT event."action", event."at" FROM "AuditEvent" event
        WHERE event."actor" = person."auditKey" AND event."target" = team.id::text AND event."at" >= team.since
          AND event."action" IN (${Prisma.join([...teamLooks])})
        ORDER BY event."at" DESC LIMIT 1)
    ) AS look
    ORDER BY team.id, look."at" DESC`;
  return new Map(
    z
      .array(lookSchema)
      .parse(rows)
      .map(({ teamId, ...look }) => [teamId, look]),
  );
}
