import "server-only";
import { database } from "./database";
import type { Prisma } from "./generated/client";
import { uuidOrNone } from "./ids";
import { permittedAthletes } from "./permissions";
import type { Viewer } from "./viewer";

export type ActivityEntry = {
  id: string;
  at: Date;
  /** One of audit.ts, or of an older version of it. */
  action: string;
  /** Null where their account is gone. */
  by: string | null;
  /** The teams in which they work now that see the viewer's record or saw it, by name. */
  worksIn: string[];
  /** The team it was about, where it was about one that is still there. */
  team: string | null;
  /** The assessment it was about, where it was about one that is still there. */
  assessment: { id: string; measuredAt: Date; timeZone: string } | null;
};

export type ActivityPage = {
  entries: ActivityEntry[];
  /** `before` of the next page; null on the last one. */
  next: string | null;
};

/** What others did that concerns the viewer, newest first: at most `limit`, and only what came before the event `before`. */
export async function listActivity(viewer: Viewer, { limit, before }: { limit: number; before?: string }): Promise<ActivityPage> {
  const concerns: Prisma.AuditEventWhereInput = { subject: viewer.userId, actor: { not: viewer.userId } };
  const found = await database().auditEvent.findMany({
    where: { AND: [concerns, before === undefined ? {} : await after(concerns, before)] },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const events = found.slice(0, limit);
  const targets = events.map(({ target }) => uuidOrNone(target ?? ""));
  const sharedWith: Prisma.MembershipWhereInput = { team: { consents: { some: { athlete: permittedAthletes(viewer, "own") } } } };
  const [people, teams, assessments] = await Promise.all([
    database().user.findMany({
      where: { id: { in: events.flatMap(({ actor }) => actor ?? []) } },
      select: {
        id: true,
        name: true,
        memberships: { where: sharedWith, select: { team: { select: { name: true } } }, orderBy: { team: { name: "asc" } } },
      },
    }),
    database().team.findMany({ where: { id: { in: targets } }, select: { id: true, name: true } }),
    database().assessment.findMany({
      where: { id: { in: targets }, athlete: permittedAthletes(viewer, "own") },
      select: { id: true, measuredAt: true, timeZone: true },
    }),
  ]);
  const entries = events.map(({ id, at, action, actor, target }) => {
    const person = people.find((each) => each.id === actor);
    return {
      id,
      at,
      action,
      by: person?.name ?? null,
      worksIn: person?.memberships.map(({ team }) => team.name) ?? [],
      team: teams.find((team) => team.id === target)?.name ?? null,
      assessment: assessments.find((assessment) => assessment.id === target) ?? null,
    };
  });
  return { entries, next: found.length > limit ? (events.at(-1)?.id ?? null) : null };
}

/** What is older than an event of the list; nothing where it is not in it. */
async function after(concerns: Prisma.AuditEventWhereInput, id: string): Promise<Prisma.AuditEventWhereInput> {
  const last = await database().auditEvent.findFirst({
    where: { AND: [{ id: uuidOrNone(id) }, concerns] },
    select: { id: true, at: true },
  });
  if (!last) return { id: { in: [] } };
  return { OR: [{ at: { lt: last.at } }, { at: last.at, id: { lt: last.id } }] };
}
