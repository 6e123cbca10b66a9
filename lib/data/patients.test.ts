import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { record } from "./assessments";
import { listMergeable, readAthlete } from "./athletes";
import { database } from "./database";
import { addPatient, editPatient, type PatientInput } from "./patients";
import { addConsent, addPerson, addTeam, openTestDatabase, addPatient as storePatient } from "./testing";
import type { Viewer } from "./viewer";

let close: () => Promise<void>;
let coach: Viewer;
let stranger: Viewer;
let teamId: string;

beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

beforeEach(async () => {
  coach = await addPerson("Coach");
  stranger = await addPerson("Stranger");
  teamId = await addTeam([{ viewer: coach, role: "coach" }]);
});

const patient = (changes: Partial<PatientInput> = {}): PatientInput => ({
  submissionId: randomUUID(),
  teamId,
  name: "Íñigo Pérez",
  birthDate: "1975-04-02",
  sex: "male",
  consent: { scope: "record", obtainedHow: "signed", obtainedOn: "2026-10-01" },
  ...changes,
});

async function added(changes: Partial<PatientInput> = {}): Promise<string> {
  const result = await addPatient(coach, patient(changes));
  if (!result.ok) throw new Error(result.error.reason);
  return result.value.id;
}

const measure = (athleteId: string) =>
  record(coach, {
    athleteId,
    submissionId: randomUUID(),
    protocol: "walk",
    reason: "checkup",
    measuredAt: new Date("2026-03-02T09:30:00Z"),
    timeZone: "Europe/Madrid",
    measurements: { speed: 1.2, height_cm: 168, weight_kg: 62.5 },
  });

describe("adding a patient", () => {
  it("stores the record with who obtained the consent, how and when", async () => {
    const id = await added({ identifier: "P-17" });
    expect(await readAthlete(coach, id)).toEqual({
      id,
      name: "Íñigo Pérez",
      birthDate: "1975-04-02",
      sex: "male",
      identifier: "P-17",
      own: false,
      hasSignIn: false,
      mayRecord: true,
      mayAdminister: true,
      teams: [{ id: teamId, name: "Team", scope: "record", since: new Date("2026-10-01"), obtainedBy: "Coach", obtainedHow: "signed" }],
    });
    expect(await readAthlete(stranger, id)).toBeNull();
    expect(await database().rosterEntry.count({ where: { teamId, athleteId: id } })).toBe(1);
  });

  it("stores a form sent twice at once a single time", async () => {
    const sent = patient();
    const results = await Promise.all([addPatient(coach, sent), addPatient(coach, sent), addPatient(coach, sent)]);
    expect(results).toEqual(Array(3).fill({ ok: true, value: { id: sent.submissionId } }));
    expect(await database().consent.count({ where: { athleteId: sent.submissionId } })).toBe(1);
  });

  it("does not tell whether somebody else's record has that id", async () => {
    const theirs = await storePatient(await addTeam([{ viewer: stranger, role: "owner" }]));
    expect(await addPatient(coach, patient({ submissionId: theirs }))).toEqual({ ok: false, error: { reason: "not_permitted" } });
    expect(await readAthlete(coach, theirs)).toBeNull();
  });

  it("asks before it adds somebody of the same name and birth date, and does so when told", async () => {
    const id = await added({ identifier: "P-17" });
    const again = patient({ name: "inigo  PEREZ" });
    const double = { reason: "possible_double", athleteId: id, name: "Íñigo Pérez", identifier: "P-17" };
    expect(await addPatient(coach, again)).toEqual({ ok: false, error: double });
    expect((await addPatient(coach, { ...again, despiteDouble: true })).ok).toBe(true);
    expect((await addPatient(coach, patient({ birthDate: "1975-04-03" }))).ok).toBe(true);
  });

  it("tells nothing of patients of another team", async () => {
    await storePatient(await addTeam([{ viewer: stranger, role: "owner" }]), { name: "Íñigo Pérez" });
    expect((await addPatient(coach, patient())).ok).toBe(true);
  });

  it("refuses who is not of age, who was not born, and a team that is not the viewer's", async () => {
    const years = (count: number) => new Date(Date.UTC(new Date().getUTCFullYear() - count, 11, 31)).toISOString().slice(0, 10);
    for (const birthDate of [years(17), years(-2)])
      expect(await addPatient(coach, patient({ birthDate }))).toEqual({ ok: false, error: { reason: "under_age" } });
    for (const team of [teamId, "no id"])
      expect(await addPatient(stranger, patient({ teamId: team }))).toEqual({ ok: false, error: { reason: "not_permitted" } });
    expect(await database().athlete.count({ where: { consents: { some: { teamId } } } })).toBe(0);
  });
});

describe("correcting a patient's record", () => {
  const changes = { name: "Íñigo Pérez Gil", identifier: "P-18", birthDate: "1975-04-02", sex: "male" } as const;

  it("changes name and identifier at any time, birth date and sex only before anything is recorded", async () => {
    const id = await added();
    expect((await editPatient(coach, id, { ...changes, birthDate: "1976-04-02" })).ok).toBe(true);
    expect(await readAthlete(coach, id)).toMatchObject({ name: "Íñigo Pérez Gil", identifier: "P-18", birthDate: "1976-04-02" });
    await measure(id);
    expect(await editPatient(coach, id, changes)).toEqual({ ok: false, error: "recorded" });
    expect(await editPatient(coach, id, { ...changes, birthDate: "1976-04-02", sex: "female" })).toEqual({ ok: false, error: "recorded" });
    expect((await editPatient(coach, id, { ...changes, birthDate: "1976-04-02", identifier: undefined })).ok).toBe(true);
    expect(await readAthlete(coach, id)).toMatchObject({ identifier: null });
    expect(await database().rosterEntry.findFirst({ where: { athleteId: id } })).toMatchObject({ name: changes.name, identifier: null });
  });

  it("is for a coach who may record, of somebody without a sign-in", async () => {
    const viewed = await storePatient(teamId, { scope: "view" });
    const person = await addPerson("Ana");
    await addConsent(person.athleteId, teamId, "record");
    for (const id of [viewed, person.athleteId, randomUUID(), "no id"])
      expect(await editPatient(coach, id, changes)).toEqual({ ok: false, error: "not_permitted" });
    expect(await editPatient(stranger, await added(), changes)).toEqual({ ok: false, error: "not_permitted" });
  });

  it("does not make anybody under age", async () => {
    expect(await editPatient(coach, await added(), { ...changes, birthDate: "2020-01-01" })).toEqual({ ok: false, error: "under_age" });
  });
});

describe("who an athlete is to a viewer", () => {
  it("depends on the consent", async () => {
    const ana = await addPerson("Ana");
    expect(await readAthlete(ana, ana.athleteId)).toMatchObject({ own: true, mayRecord: true, mayAdminister: false, teams: [] });
    expect(await readAthlete(coach, ana.athleteId)).toBeNull();
    await addConsent(ana.athleteId, teamId, "view");
    expect(await readAthlete(coach, ana.athleteId)).toMatchObject({ hasSignIn: true, mayRecord: false, mayAdminister: false });
    await database().consent.updateMany({ where: { athleteId: ana.athleteId }, data: { revokedAt: new Date() } });
    expect(await readAthlete(coach, ana.athleteId)).toBeNull();
  });

  it("names only the teams the viewer works in", async () => {
    const ana = await addPerson("Ana");
    await addConsent(ana.athleteId, teamId, "view");
    await addConsent(ana.athleteId, await addTeam([{ viewer: stranger, role: "owner" }]), "record");
    expect((await readAthlete(coach, ana.athleteId))?.teams.map(({ id }) => id)).toEqual([teamId]);
    expect((await readAthlete(coach, ana.athleteId))?.mayRecord).toBe(false);
  });
});

describe("records that may be the same person's", () => {
  it("are those of the same birth date and sex that the viewer may administer", async () => {
    const id = await added();
    const same = await added({ name: "Iñigo P.", identifier: "P-2" });
    await added({ birthDate: "1975-04-03" });
    await added({ name: "Irene", sex: "female" });
    await storePatient(await addTeam([{ viewer: stranger, role: "owner" }]));
    await measure(same);
    expect(await listMergeable(coach, id)).toEqual([expect.objectContaining({ id: same, identifier: "P-2", assessments: 1 })]);
    expect(await listMergeable(stranger, id)).toEqual([]);
  });
});
