import "server-only";
import { database } from "./database";
import type { ConsentScope } from "./generated/enums";
import { uuidOrNone } from "./ids";
import { dateText } from "./model-columns";
import { permittedAthletes } from "./permissions";
import type { Viewer } from "./viewer";

export type Athlete = { id: string; name: string; birthDate: string; sex: "female" | "male" };

/** The viewer's own record; null until they have stated it. */
export async function readOwnAthlete(viewer: Viewer): Promise<Athlete | null> {
  const row = await database().athlete.findFirst({
    where: permittedAthletes(viewer, "own"),
    select: { id: true, name: true, birthDate: true, sex: true },
  });
  return row && { ...row, birthDate: dateText(row.birthDate) };
}

/** A team through which the viewer sees an athlete. */
export type SharedTeam = {
  id: string;
  name: string;
  scope: ConsentScope;
  since: Date;
  /** Who obtained the consent of somebody without a sign-in; null where the person gave it, or that account is gone. */
  obtainedBy: string | null;
  /** `signed`, `spoken`, or other words; null where the person gave it. */
  obtainedHow: string | null;
};

export type AthleteDetail = Athlete & {
  /** The team's own. */
  identifier: string | null;
  own: boolean;
  hasSignIn: boolean;
  mayRecord: boolean;
  /** Whether the viewer may correct it, merge it, and hand it over to its person. */
  mayAdminister: boolean;
  /** Those the viewer works in, by name. */
  teams: SharedTeam[];
};

/** Who an athlete is to the viewer, or null where they may not see the record. */
export async function readAthlete(viewer: Viewer, id: string): Promise<AthleteDetail | null> {
  const row = await database().athlete.findFirst({
    where: { AND: [{ id: uuidOrNone(id) }, permittedAthletes(viewer, "view")] },
    select: {
      id: true,
      userId: true,
      name: true,
      identifier: true,
      birthDate: true,
      sex: true,
      consents: {
        where: { revokedAt: null, team: { memberships: { some: { userId: viewer.userId } } } },
        include: { team: { select: { name: true } }, obtainedBy: { select: { name: true } } },
        orderBy: [{ team: { name: "asc" } }, { teamId: "asc" }],
      },
    },
  });
  if (!row) return null;
  const { consents, userId, ...athlete } = row;
  const own = userId === viewer.userId;
  const recording = consents.some(({ scope }) => scope === "record");
  return {
    ...athlete,
    birthDate: dateText(athlete.birthDate),
    own,
    hasSignIn: userId !== null,
    mayRecord: own || recording,
    mayAdminister: userId === null && recording,
    teams: consents.map(({ teamId, team, scope, grantedAt, obtainedBy, obtainedHow }) => ({
      id: teamId,
      name: team.name,
      scope,
      since: grantedAt,
      obtainedBy: obtainedBy?.name ?? null,
      obtainedHow,
    })),
  };
}

/** A record that the viewer may administer, for a choice of two: with what tells them apart. */
export type PatientChoice = Athlete & { identifier: string | null; assessments: number };

/** Records without a sign-in that may be the same person's as `athleteId`: of the same birth date and sex, the viewer's to administer. */
export async function listMergeable(viewer: Viewer, athleteId: string): Promise<PatientChoice[]> {
  const administered = permittedAthletes(viewer, "administer");
  const athlete = await database().athlete.findFirst({
    where: { AND: [{ id: uuidOrNone(athleteId) }, administered] },
    select: { birthDate: true, sex: true },
  });
  if (!athlete) return [];
  const rows = await database().athlete.findMany({
    where: { AND: [administered, { ...athlete, id: { not: athleteId } }] },
    select: { id: true, name: true, identifier: true, birthDate: true, sex: true, _count: { select: { assessments: true } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: mostChoices,
  });
  return rows.map(({ _count, ...row }) => ({ ...row, birthDate: dateText(row.birthDate), assessments: _count.assessments }));
}

const mostChoices = 50;
