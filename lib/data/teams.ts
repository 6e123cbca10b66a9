import "server-only";
import { database } from "./database";
import type { TeamRole } from "./generated/enums";
import { permittedTeams } from "./permissions";
import type { Viewer } from "./viewer";

export type TeamSummary = { id: string; name: string; role: TeamRole };

/** The teams the viewer works in, by name. */
export async function listTeams(viewer: Viewer): Promise<TeamSummary[]> {
  const rows = await database().team.findMany({
    where: permittedTeams(viewer, "view"),
    select: { id: true, name: true, memberships: { where: { userId: viewer.userId }, select: { role: true } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, name, memberships }) => ({ id, name, role: memberships[0]?.role ?? "coach" }));
}
