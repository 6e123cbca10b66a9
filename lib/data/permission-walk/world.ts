import { randomUUID } from "node:crypto";
import { database } from "../database";
import { invite, type NewInvitation } from "../invitations";
import { mergeInto } from "../merges";
import { offerAccess } from "../offers";
import { summariseAssessment } from "../summaries";
import { addConsent, addPatient, addPerson, addTeam, openTestDatabase, rememberRows } from "../testing";
import type { SignedIn, Viewer } from "../viewer";
import { type Role, secrets } from "./roles";

type Member = SignedIn & { athleteId: string };

export type World = {
  people: Record<Role, Member>;
  /** Where the recording coach and the owner work. */
  teamId: string;
  athlete: { id: string; assessmentId: string; claimId: string };
  /** Without a sign-in; the same teams look after them. `doubleId` is a second record of theirs, `mergeId` a former one. */
  patient: { id: string; assessmentId: string; doubleId: string; mergeId: string };
  /** The team through which somebody would try: their own, else the one of the athlete. */
  teamOf: (viewer: Viewer) => string;
  /** The note on the athlete that somebody would delete: their own, else one of the team. */
  noteOf: (viewer: Viewer) => string;
  /** The token of a new invitation of the team's owner. */
  invitation: (what?: Partial<NewInvitation>) => Promise<string>;
  /** The token of the athlete's new offer to somebody's address; no token to their own. */
  offerTo: (viewer: Viewer) => Promise<string>;
};

/** A database with one world in it; `restore` brings its rows back after a call that may have changed them. */
export async function openWorld(): Promise<{ world: World; restore: () => Promise<void>; close: () => Promise<void> }> {
  const { close } = await openTestDatabase();
  return { world: await createWorld(), restore: await rememberRows(), close };
}

/** People, teams and records in every standing to each other. */
export async function createWorld(): Promise<World> {
  const person = await addPerson(secrets.athlete);
  const people: World["people"] = {
    stranger: await addPerson("Stranger"),
    person,
    "coach of another team": await addPerson("Other"),
    "viewing coach": await addPerson("Viewing"),
    "recording coach": await addPerson("Recording"),
    owner: await addPerson("Owner"),
    "coach after withdrawal": await addPerson("Withdrawn"),
    "coach after removal": await addPerson("Removed"),
  };
  const coachOf = (role: Role) => addTeam([{ viewer: people[role], role: "coach" }]);
  const teamId = await addTeam([
    { viewer: people.owner, role: "owner" },
    { viewer: people["recording coach"], role: "coach" },
    { viewer: people["coach after removal"], role: "coach" },
  ]);
  const viewing = await coachOf("viewing coach");
  const withdrawn = await coachOf("coach after withdrawal");
  const teams = new Map([
    [people["coach of another team"].userId, await coachOf("coach of another team")],
    [people["viewing coach"].userId, viewing],
    [people["coach after withdrawal"].userId, withdrawn],
  ]);
  const addShared = async () => {
    const id = await addPatient(teamId, { name: secrets.patient });
    await addConsent(id, viewing, "view");
    await addConsent(id, withdrawn, "record", true);
    return id;
  };
  const [patientId, doubleId, formerId] = [await addShared(), await addShared(), await addShared()];
  await addConsent(person.athleteId, teamId, "record");
  await addConsent(person.athleteId, viewing, "view");
  await addConsent(person.athleteId, withdrawn, "record", true);
  const notes = new Map<string, string>();
  for (const [role, of] of [
    ["viewing coach", viewing],
    ["recording coach", teamId],
    ["owner", teamId],
  ] as const) {
    notes.set(people[role].userId, await addNoteOf(people[role], person.athleteId, of));
  }
  for (const of of [teamId, viewing]) {
    await database().recall.create({ data: { athleteId: person.athleteId, teamId: of, dueOn: new Date("2027-01-15") } });
  }
  await database().membership.deleteMany({ where: { userId: people["coach after removal"].userId } });
  const claimedId = await addPatient(teamId, { name: "Claimed", birthDate: "1982-05-17", sex: "female" });
  return {
    people,
    teamId,
    athlete: {
      id: person.athleteId,
      assessmentId: await addAssessment(person.athleteId),
      claimId: await merge(person, claimedId, person.athleteId),
    },
    patient: {
      id: patientId,
      assessmentId: await addAssessment(patientId),
      doubleId,
      mergeId: await merge(people.owner, formerId, patientId),
    },
    teamOf: (viewer) => teams.get(viewer.userId) ?? teamId,
    noteOf: (viewer) => notes.get(viewer.userId) ?? notes.get(people.owner.userId) ?? "",
    invitation: async (what = {}) => tokenOf(await invite(people.owner, { teamId, role: null, ...what })),
    offerTo: async ({ email }) => (email === person.email ? "" : tokenOf(await offerAccess(person, { email, scope: "view" }))),
  };
}

async function addAssessment(athleteId: string): Promise<string> {
  const { id } = await database().assessment.create({
    data: {
      athleteId,
      submissionId: randomUUID(),
      protocol: "walk",
      reason: "checkup",
      measuredAt: new Date("2026-03-02T09:30:00Z"),
      timeZone: "Europe/Madrid",
      notes: secrets.notes,
      measurements: {
        create: [
          { field: "speed", side: "both", value: 1.2 },
          { field: "height_cm", side: "both", value: 168 },
          { field: "weight_kg", side: "both", value: 62.5 },
        ],
      },
    },
    select: { id: true },
  });
  await summariseAssessment(database(), id);
  return id;
}

async function addNoteOf(author: Viewer, athleteId: string, teamId: string): Promise<string> {
  const { id } = await database().note.create({
    data: { athleteId, teamId, authorId: author.userId, text: secrets.notes, visibleToAthlete: false },
  });
  return id;
}

async function merge(actor: Viewer, sourceId: string, targetId: string): Promise<string> {
  const merged = await database().$transaction((transaction) => mergeInto(transaction, { actor: actor.userId, sourceId, targetId }));
  if (!merged.ok) throw new Error(`the walk's records do not merge: ${merged.error}`);
  return merged.value.mergeId;
}

function tokenOf(made: { ok: true; value: { token: string } } | { ok: false; error: string }): string {
  if (!made.ok) throw new Error(`the walk's link was not made: ${made.error}`);
  return made.value.token;
}
