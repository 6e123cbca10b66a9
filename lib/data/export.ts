import "server-only";
import { randomBytes } from "node:crypto";
import type { ExportedAssessment } from "@/lib/exchange";
import type { Protocol } from "@/lib/measurements/vocabulary";
import { readContent } from "./assessment-rows";
import { audit } from "./audit";
import { database } from "./database";
import type { Prisma } from "./generated/client";
import { uuidOrNone } from "./ids";
import { ageOnDay, dateText } from "./model-columns";
import { permittedAthletes } from "./permissions";
import type { Viewer } from "./viewer";

// Assessments on their way out, a page at a time, each page with the permission of its moment.

/** Whose assessments: the viewer's own, an athlete's, a team's, or of everybody the viewer may see. */
export type ExportScope = { kind: "own" } | { kind: "athlete"; id: string } | { kind: "team"; id: string } | { kind: "all" };

const pageSize = 200;

/**
 * Notes that the viewer takes out what they may see of the scope, for everyone concerned to read, and tells how many people
 * that is. Null where there is nobody.
 */
export async function beginExport(viewer: Viewer, scope: ExportScope, protocol?: Protocol): Promise<{ people: number } | null> {
  return database().$transaction(async (transaction) => {
    const people = await transaction.athlete.findMany({
      where: { AND: [athletesOf(viewer, scope), { assessments: { some: { ...(protocol && { protocol }) } } }] },
      select: { id: true, userId: true },
    });
    if (people.length === 0) return null;
    await audit(
      transaction,
      ...people.map(({ id, userId }) => ({
        actor: viewer.userId,
        subject: userId,
        athlete: id,
        action: "data.exported" as const,
        target: id,
      })),
    );
    return { people: people.length };
  });
}

/** The next assessments of the scope after the one with id `after`, by id; fewer than asked for at the end. */
export async function exportPage(
  viewer: Viewer,
  scope: ExportScope,
  { after, protocol, limit = pageSize }: { after?: string; protocol?: Protocol; limit?: number } = {},
): Promise<(ExportedAssessment & { id: string; age: number | null })[]> {
  const rows = await database().assessment.findMany({
    where: {
      athlete: athletesOf(viewer, scope),
      ...(protocol && { protocol }),
      ...(after !== undefined && { id: { gt: uuidOrNone(after) } }),
    },
    include: { measurements: true, athlete: { select: { id: true, name: true, identifier: true, birthDate: true, sex: true } } },
    orderBy: { id: "asc" },
    take: limit,
  });
  return rows.map((row) => {
    const { facts, measurements } = readContent(row);
    const { birthDate, ...athlete } = row.athlete;
    return { id: row.id, age: ageOnDay({ birthDate }, row), person: { ...athlete, birthDate: dateText(birthDate) }, facts, measurements };
  });
}

export type ExportRow = Awaited<ReturnType<typeof exportPage>>[number];

/** Every assessment of the scope, in constant memory. */
export const exportRows = async function* (viewer: Viewer, scope: ExportScope, protocol?: Protocol): AsyncGenerator<ExportRow> {
  for (let after: string | undefined; ; ) {
    const page = await exportPage(viewer, scope, { after, protocol });
    yield* page;
    if (page.length < pageSize) return;
    after = page.at(-1)?.id;
  }
};

/** Names for people that hold within one export and lead to nobody. */
export const pseudonyms = (): ((athleteId: string) => string) => {
  const names = new Map<string, string>();
  return (athleteId) => {
    const known = names.get(athleteId) ?? randomBytes(9).toString("base64url");
    names.set(athleteId, known);
    return known;
  };
};

function athletesOf(viewer: Viewer, scope: ExportScope): Prisma.AthleteWhereInput {
  switch (scope.kind) {
    case "own":
      return { userId: viewer.userId };
    case "athlete":
      return { AND: [{ id: uuidOrNone(scope.id) }, permittedAthletes(viewer, "view")] };
    case "team": {
      const teamId = uuidOrNone(scope.id);
      return { AND: [permittedAthletes(viewer, "view", teamId), { consents: { some: { teamId, revokedAt: null } } }] };
    }
    default:
      return permittedAthletes(viewer, "view");
  }
}
