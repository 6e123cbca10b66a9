import "server-only";
import { z } from "zod";
import { auditKeysOf } from "./audit";
import { database } from "./database";
import { Prisma } from "./generated/client";
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
  const keys = await auditKeysOf(viewer);
  const concerns: Prisma.AuditEventWhereInput = { subject: { in: keys.all }, actor: { not: keys.own } };
  const found = await database().auditEvent.findMany({
    where: { AND: [concerns, before === undefined ? {} : await after(concerns, before)] },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const events = found.slice(0, limit);
  const targets = events.flatMap(({ target }) => target ?? []);
  const sharedWith: Prisma.MembershipWhereInput = { team: { consents: { some: { athlete: permittedAthletes(viewer, "own") } } } };
  const [people, teams, assessments] = await Promise.all([
    database().user.findMany({
      where: { auditKey: { in: events.flatMap(({ actor }) => actor ?? []) } },
      select: {
        auditKey: true,
        name: true,
        memberships: { where: sharedWith, select: { team: { select: { name: true } } }, orderBy: { team: { name: "asc" } } },
      },
    }),
    database().team.findMany({ where: { id: { in: targets.map(uuidOrNone) } }, select: { id: true, name: true } }),
    readSealedAssessments(viewer, keys.all, targets),
  ]);
  const entries = events.map(({ id, at, action, actor, target }) => {
    const person = people.find((each) => each.auditKey === actor);
    return {
      id,
      at,
      action,
      by: person?.name ?? null,
      worksIn: person?.memberships.map(({ team }) => team.name) ?? [],
      team: teams.find((team) => team.id === target)?.name ?? null,
      assessment: assessments.get(target ?? "") ?? null,
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

const sealedSchema = z.array(z.object({ seal: z.string(), id: z.string(), measuredAt: z.date(), timeZone: z.string() }));

/** The viewer's assessments behind these targets, by the target: each was sealed with a key of theirs. */
async function readSealedAssessments(viewer: Viewer, keys: readonly string[], targets: readonly string[]) {
  if (targets.length === 0) return new Map<string, z.infer<typeof sealedSchema>[number]>();
  const rows = await database().$queryRaw`
    SELECT sealed.seal, assessment."id"::text AS id, assessment."measuredAt", assessment."timeZone"
    FROM "Assessment" assessment
    JOIN "Athlete" athlete ON athlete."id" = assessment."athleteId" AND athlete."userId" = ${viewer.userId}::uuid
    CROSS JOIN unnest(ARRAY[${Prisma.join([...keys])}]::uuid[]) AS own(key)
    CROSS JOIN LATERAL (SELECT audit_seal(own.key, assessment."id"::text) AS seal) AS sealed
    WHERE sealed.seal IN (${Prisma.join([...targets])})`;
  return new Map(sealedSchema.parse(rows).map((row) => [row.seal, row]));
}
