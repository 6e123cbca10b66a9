import "server-only";
import type { Prisma } from "./generated/client";
import type { Viewer } from "./viewer";

/** What a viewer may do with an athlete's record: read it, write into it, or what only its person may. */
export type Access = "view" | "record" | "own";

/**
 * The athletes whose record the viewer may `access`: their own, and for view and record those whose standing consent
 * covers it for a team the viewer works in. The one place where this is decided; every query goes through it.
 */
export function permittedAthletes(viewer: Viewer, access: Access): Prisma.AthleteWhereInput {
  const own: Prisma.AthleteWhereInput = { userId: viewer.userId };
  if (access === "own") return own;
  const scopes = access === "record" ? (["record"] as const) : (["view", "record"] as const);
  return {
    OR: [
      own,
      {
        consents: {
          some: { revokedAt: null, scope: { in: [...scopes] }, team: { memberships: { some: { userId: viewer.userId } } } },
        },
      },
    ],
  };
}
