import "server-only";
import { database } from "./database";
import { uuidOrNone } from "./ids";
import { permittedAthletes, permittedTeams } from "./permissions";
import type { Viewer } from "./viewer";

export type Candidate = { id: string; name: string; identifier: string | null; lastMeasuredAt: Date | null; lastTimeZone: string | null };

export type Candidates = {
  /** By name. */
  people: Candidate[];
  /** Those of the ids chosen already that are not among `people`. */
  chosen: Candidate[];
  /** What to ask for next with; null on the last page. */
  next: string | null;
};

const perPage = 60;

/** A page of a team's athletes to choose from, by name; null where the viewer does not work in the team. */
export async function readCandidates(
  viewer: Viewer,
  { teamId, chosen = [], after }: { teamId: string; chosen?: readonly string[]; after?: string },
): Promise<Candidates | null> {
  const team = await database().team.findFirst({
    where: { AND: [{ id: uuidOrNone(teamId) }, permittedTeams(viewer, "view")] },
    select: { id: true },
  });
  if (!team) return null;
  const where = { teamId: team.id, athlete: permittedAthletes(viewer, "view", team.id) };
  const select = { athleteId: true, name: true, identifier: true, lastMeasuredAt: true, lastTimeZone: true } as const;
  const [page, known] = await Promise.all([
    database().rosterEntry.findMany({
      where,
      select,
      orderBy: [{ searchName: "asc" }, { athleteId: "asc" }],
      take: perPage + 1,
      ...(after !== undefined && { cursor: { teamId_athleteId: { teamId: team.id, athleteId: uuidOrNone(after) } }, skip: 1 }),
    }),
    database().rosterEntry.findMany({ where: { ...where, athleteId: { in: chosen.map(uuidOrNone) } }, select }),
  ]);
  const people = page.slice(0, perPage);
  const shown = new Set(people.map(({ athleteId }) => athleteId));
  return {
    people: people.map(candidateOf),
    chosen: known.filter(({ athleteId }) => !shown.has(athleteId)).map(candidateOf),
    next: page.length > perPage ? (people.at(-1)?.athleteId ?? null) : null,
  };
}

function candidateOf({ athleteId, ...rest }: Omit<Candidate, "id"> & { athleteId: string }): Candidate {
  return { id: athleteId, ...rest };
}
