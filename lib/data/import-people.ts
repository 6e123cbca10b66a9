import "server-only";
import type { AthleteReference, ProblemCode } from "@/lib/exchange";
import { fail, type Result, succeed } from "@/lib/result";
import type { Transaction } from "./database";
import type { Sex } from "./generated/enums";
import { uuidOrNone } from "./ids";
import { dateText } from "./model-columns";
import { permittedAthletes } from "./permissions";
import { searchName } from "./search-name";
import type { Viewer } from "./viewer";

/** Somebody whom a row means: with a record, or to be given one. `key` is the same for the same person within a file. */
export type RowPerson =
  | { known: true; key: string; id: string; userId: string | null; birthDate: Date; sex: Sex }
  | { known: false; key: string; name: string; identifier: string | null; birthDate: Date; sex: Sex };

type Candidate = {
  id: string;
  userId: string | null;
  name: string;
  identifier: string | null;
  birthDate: Date;
  sex: Sex;
  recordable: boolean;
};

/** Whom the rows mean, among those the viewer may see through the team, in the order of the references. */
export async function peopleOf(
  client: Transaction,
  viewer: Viewer,
  { teamId, references, newAllowed }: { teamId: string | null; references: readonly AthleteReference[]; newAllowed: boolean },
): Promise<Result<RowPerson, ProblemCode>[]> {
  if (teamId === null) {
    const own = await client.athlete.findFirst({ where: { userId: viewer.userId } });
    return references.map((reference) => (own ? ownRecord(reference, { ...own, recordable: true }) : fail("not_permitted")));
  }
  const candidates = await candidatesFor(client, viewer, teamId, references);
  return references.map((reference) => personOf(reference, candidates, newAllowed));
}

async function candidatesFor(
  client: Transaction,
  viewer: Viewer,
  teamId: string,
  references: readonly AthleteReference[],
): Promise<Candidate[]> {
  const ids = references.flatMap(({ id }) => (id ? [uuidOrNone(id)] : []));
  const identifiers = references.flatMap(({ identifier, key }) => [identifier, key].filter((text) => text !== undefined));
  const names = references.flatMap(({ name, key }) => [name, key].filter((text) => text !== undefined).map(searchName));
  const wanted = {
    OR: [
      { id: { in: [...new Set(ids)] } },
      { identifier: { in: [...new Set(identifiers)] } },
      { rosterEntries: { some: { teamId, searchName: { in: [...new Set(names)] } } } },
    ],
  };
  const select = { id: true, userId: true, name: true, identifier: true, birthDate: true, sex: true } as const;
  const [visible, recordable] = [
    await client.athlete.findMany({ where: { AND: [wanted, throughTeam(viewer, "view", teamId)] }, select }),
    await client.athlete.findMany({ where: { AND: [wanted, throughTeam(viewer, "record", teamId)] }, select: { id: true } }),
  ];
  const writable = new Set(recordable.map(({ id }) => id));
  return visible.map((athlete) => ({ ...athlete, recordable: writable.has(athlete.id) }));
}

/** As {@link permittedAthletes}, and through the team alone: a coach's own record counts only where it is the team's too. */
function throughTeam(viewer: Viewer, access: "view" | "record", teamId: string) {
  return { AND: [permittedAthletes(viewer, access, teamId), { consents: { some: { teamId, revokedAt: null } } }] };
}

function personOf(reference: AthleteReference, candidates: readonly Candidate[], newAllowed: boolean): Result<RowPerson, ProblemCode> {
  if (reference.id !== undefined) {
    const id = uuidOrNone(reference.id);
    const found = candidates.find((each) => each.id === id);
    return found ? known(found, reference) : fail("unknown_athlete");
  }
  const identifier = reference.identifier ?? reference.key;
  const byIdentifier = identifier === undefined ? [] : candidates.filter((each) => each.identifier === identifier);
  if (byIdentifier.length > 0) return oneOf(byIdentifier, reference);
  const name = reference.name ?? reference.key;
  if (name === undefined) return fail(identifier === undefined ? "no_athlete" : newAllowed ? "no_name" : "unknown_athlete");
  const born = reference.birthDateFromAge ? undefined : reference.birthDate;
  const named = candidates.filter(
    (each) =>
      searchName(each.name) === searchName(name) &&
      (born === undefined || dateText(each.birthDate) === born) &&
      (reference.identifier === undefined || each.identifier === null),
  );
  if (named.length > 0) return oneOf(named, reference);
  return newAllowed ? stranger(reference, name) : fail("unknown_athlete");
}

function oneOf(found: readonly Candidate[], reference: AthleteReference): Result<RowPerson, ProblemCode> {
  const [first, another] = found;
  return first === undefined || another !== undefined ? fail("ambiguous_athlete") : known(first, reference);
}

function known(athlete: Candidate, reference: AthleteReference): Result<RowPerson, ProblemCode> {
  if (contradicts(athlete, reference)) return fail("another_person");
  if (!athlete.recordable) return fail("not_permitted");
  const { id, userId, birthDate, sex } = athlete;
  return succeed({ known: true, key: id, id, userId, birthDate, sex });
}

function contradicts(athlete: Candidate, { birthDate, birthDateFromAge, sex }: AthleteReference): boolean {
  const otherDay = birthDate !== undefined && !birthDateFromAge && dateText(athlete.birthDate) !== birthDate;
  return otherDay || (sex !== undefined && athlete.sex !== sex);
}

function stranger({ birthDate, sex, identifier, birthDateFromAge }: AthleteReference, name: string): Result<RowPerson, ProblemCode> {
  if (birthDate === undefined) return fail("no_birth_date");
  if (sex === undefined) return fail("no_sex");
  const born = new Date(birthDate);
  if (Number.isNaN(born.getTime()) || birthDate < "1900-01-01") return fail("no_birth_date");
  const key = `new ${identifier ?? ""} ${searchName(name)} ${birthDateFromAge ? "" : birthDate}`;
  return succeed({ known: false, key, name, identifier: identifier ?? null, birthDate: born, sex });
}

/** A row for the viewer's own record: what it says of the person must be them. */
function ownRecord(reference: AthleteReference, own: Candidate): Result<RowPerson, ProblemCode> {
  const name = reference.name ?? reference.key;
  const theirs = name === undefined || searchName(name) === searchName(own.name) || name === own.identifier;
  if (reference.id === undefined ? !theirs : uuidOrNone(reference.id) !== own.id) return fail("another_person");
  return known(own, reference);
}
