import { randomUUID } from "node:crypto";
import { database } from "../database";
import { addConsent, addPatient, addPerson, addTeam } from "../testing";
import type { Viewer } from "../viewer";
import { type Role, secrets } from "./roles";

type Member = Viewer & { athleteId: string };

export type World = {
  people: Record<Role, Member>;
  /** Where the recording coach and the owner work. */
  teamId: string;
  athlete: { id: string; assessmentId: string; noteId: string };
  /** Without a sign-in; the same teams look after them. */
  patient: { id: string; assessmentId: string };
};

/** A world of its own for each call: what a door writes does not reach the next one. */
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
  await coachOf("coach of another team");
  const [viewing, withdrawn] = [await coachOf("viewing coach"), await coachOf("coach after withdrawal")];
  const patientId = await addPatient(teamId, { name: secrets.patient });
  await addConsent(person.athleteId, teamId, "record");
  for (const athleteId of [person.athleteId, patientId]) {
    await addConsent(athleteId, viewing, "view");
    await addConsent(athleteId, withdrawn, "record", true);
  }
  await database().membership.deleteMany({ where: { userId: people["coach after removal"].userId } });
  const note = await database().note.create({
    data: {
      athleteId: person.athleteId,
      teamId,
      authorId: people["recording coach"].userId,
      text: secrets.notes,
      visibleToAthlete: false,
    },
  });
  return {
    people,
    teamId,
    athlete: { id: person.athleteId, assessmentId: await addAssessment(person.athleteId), noteId: note.id },
    patient: { id: patientId, assessmentId: await addAssessment(patientId) },
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
  return id;
}
