import "server-only";
import { database } from "./database";
import { uuidOrNone } from "./ids";
import { permittedTeams } from "./permissions";
import type { Viewer } from "./viewer";

// What was done in a team's name, for who answers for the team.

export type TeamEvent = {
  id: string;
  at: Date;
  /** One of audit.ts, or of an older version of it. */
  action: string;
  /** Null where their account is gone. */
  by: string | null;
  /** Of whose record, as far as the team still sees it; null where it does not, or it was about the team. */
  athlete: { id: string; name: string } | null;
};

export type TeamEventPage = { events: TeamEvent[]; next: string | null };

/**
 * What was done to the team and, by who worked there, to the records of its athletes, newest first. Null where the viewer does
 * not own the team. A person who no longer shares with the team, or is gone, is not named.
 */
export async function listTeamEvents(
  viewer: Viewer,
  teamId: string,
  { limit, before }: { limit: number; before?: string },
): Promise<TeamEventPage | null> {
  const id = uuidOrNone(teamId);
  const team = await database().team.findFirst({ where: { AND: [{ id }, permittedTeams(viewer, "audit")] }, select: { id: true } });
  if (!team) return null;
  const concerns = { OR: [{ teams: { has: id } }, { target: id }] };
  const last =
    before === undefined ? null : await database().auditEvent.findFirst({ where: { AND: [{ id: uuidOrNone(before) }, concerns] } });
  const older = last ? { OR: [{ at: { lt: last.at } }, { at: last.at, id: { lt: last.id } }] } : {};
  const found = await database().auditEvent.findMany({
    where: { AND: [concerns, older] },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const events = found.slice(0, limit);
  const subjects = events.flatMap(({ subject }) => subject ?? []);
  const [people, athletes] = await Promise.all([
    database().user.findMany({
      where: { auditKey: { in: events.flatMap(({ actor }) => actor ?? []) } },
      select: { auditKey: true, name: true },
    }),
    database().athlete.findMany({
      where: {
        OR: [{ auditKey: { in: subjects } }, { user: { auditKey: { in: subjects } } }],
        consents: { some: { teamId: id, revokedAt: null } },
      },
      select: { id: true, name: true, auditKey: true, user: { select: { auditKey: true } } },
    }),
  ]);
  const athleteOf = (subject: string | null) =>
    athletes.find(({ auditKey, user }) => auditKey === subject || (user && user.auditKey === subject));
  return {
    events: events.map(({ id: event, at, action, actor, subject }) => {
      const athlete = athleteOf(subject);
      return {
        id: event,
        at,
        action,
        by: people.find(({ auditKey }) => auditKey === actor)?.name ?? null,
        athlete: athlete ? { id: athlete.id, name: athlete.name } : null,
      };
    }),
    next: found.length > limit ? (events.at(-1)?.id ?? null) : null,
  };
}
