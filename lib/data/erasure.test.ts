import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { record } from "./assessments";
import { database } from "./database";
import { endPatientConsent, eraseAccount, eraseRecord, teamsToHandOver } from "./erasure";
import { Prisma } from "./generated/client";
import { mergeRecords } from "./merges";
import { addNote } from "./notes";
import { anOpenSession } from "./permission-walk/an-open-session";
import { readPersonalData } from "./personal-data";
import { giveProcessing, withdrawProcessing } from "./processing";
import { addConsent, addPatient, addPerson, addTeam, auditTrail, openTestDatabase } from "./testing";
import { findViewer } from "./users";
import type { Viewer } from "./viewer";

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

const walk = (athleteId: string) => ({
  athleteId,
  submissionId: randomUUID(),
  protocol: "walk" as const,
  reason: "checkup" as const,
  measuredAt: new Date("2026-04-02T09:30:00Z"),
  timeZone: "Europe/Madrid",
  measurements: { speed: 1.3, height_cm: 168, weight_kg: 62.5 },
});

/** In which tables of the database, whatever tables there are, a row says one of these texts. */
async function tablesThatSay(texts: readonly string[]): Promise<string[]> {
  const tables = await database().$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'`;
  const found: string[] = [];
  for (const { name } of tables) {
    const says = Prisma.join(
      texts.map((text) => Prisma.sql`strpos(row_::text, ${text}) > 0`),
      " OR ",
    );
    const [{ count } = { count: 0 }] = await database().$queryRaw<{ count: number }[]>(
      Prisma.sql`SELECT count(*)::int AS count FROM ${Prisma.raw(`"${name}"`)} row_ WHERE ${says}`,
    );
    if (count > 0) found.push(name);
  }
  return found.toSorted();
}

test("an erasure leaves nothing of the person in any table but that it took place, and nobody else's data less", async () => {
  const name = `Ana ${randomUUID()}`;
  const [ana, coach] = [await addPerson(name), await addPerson("Coach")];
  const teamId = await addTeam([{ viewer: coach, role: "owner" }]);
  await addConsent(ana.athleteId, teamId, "record");
  const recorded = await record(coach, walk(ana.athleteId));
  const id = recorded.ok ? recorded.value.id : "";
  await addNote(coach, { submissionId: randomUUID(), athleteId: ana.athleteId, teamId, text: `About ${name}`, visibleToAthlete: false });
  await anOpenSession(ana);
  await database().import.create({
    data: {
      createdById: coach.userId,
      teamId,
      kind: "csv",
      fileName: "x.csv",
      status: "done",
      nextRow: 1,
      refused: 1,
      refusals: { create: { row: 1, cells: [name, "x"], reasons: [] } },
    },
  });
  const bystander = await addPatient(teamId, { name: "Bystander" });
  await record(coach, walk(bystander));
  expect(await tablesThatSay([ana.userId, ana.athleteId, id, name])).toEqual(
    expect.arrayContaining(["Athlete", "Assessment", "Consent", "ImportRefusal", "Note", "OpenSession", "RosterEntry", "User"]),
  );

  expect(await eraseAccount(ana)).toEqual({ ok: true, value: null });
  expect(await tablesThatSay([ana.userId, ana.athleteId, id, name])).toEqual([]);
  expect(await findViewer(ana.userId, 0)).toBeNull();
  expect((await auditTrail({ action: "account.erased" })).map(({ actor, subject }) => [actor, subject])).toEqual([["gone", "gone"]]);
  expect((await auditTrail({ action: "assessment.recorded", actor: coach.userId })).map(({ subject }) => subject)).toEqual([
    "gone",
    bystander,
  ]);
  expect(await database().assessment.count({ where: { athleteId: bystander } })).toBe(1);
});

test("whoever alone answers for a team hands it over first; a team of nobody else goes along", async () => {
  const owner = await addPerson("Owner");
  const teamId = await addTeam([{ viewer: owner, role: "owner" }]);
  const patient = await addPatient(teamId);
  const empty = await addTeam([{ viewer: owner, role: "owner" }]);
  expect((await teamsToHandOver(owner)).map(({ id }) => id)).toEqual([teamId]);
  expect(await eraseAccount(owner)).toMatchObject({ ok: false, error: { reason: "owns_teams", teams: [{ id: teamId }] } });
  expect(await database().user.count({ where: { id: owner.userId } })).toBe(1);
  expect(await eraseRecord(owner, patient)).toBe(true);
  expect(await eraseAccount(owner)).toMatchObject({ ok: true });
  expect(await database().team.count({ where: { id: { in: [teamId, empty] } } })).toBe(0);
});

test("records merged into the person's own go with it", async () => {
  const coach = await addPerson("Coach");
  const teamId = await addTeam([{ viewer: coach, role: "owner" }]);
  const [one, other] = [await addPatient(teamId, { name: "Same" }), await addPatient(teamId, { name: "Same" })];
  expect(await mergeRecords(coach, { sourceId: other, targetId: one })).toMatchObject({ ok: true });
  expect(await eraseRecord(coach, one)).toBe(true);
  expect(await database().athlete.count({ where: { id: { in: [one, other] } } })).toBe(0);
});

test("nobody else erases a record, nor ends a consent", async () => {
  const [coach, other, ana] = [await addPerson("Coach"), await addPerson("Other"), await addPerson("Ana")];
  const teamId = await addTeam([{ viewer: coach, role: "coach" }]);
  const patient = await addPatient(teamId);
  await addConsent(ana.athleteId, teamId, "record");
  for (const viewer of [other, ana] as Viewer[]) expect(await eraseRecord(viewer, patient)).toBe(false);
  expect(await eraseRecord(coach, ana.athleteId)).toBe(false);
  expect(await endPatientConsent(other, patient, teamId)).toBe(false);
  expect(await endPatientConsent(coach, ana.athleteId, teamId)).toBe(false);
  expect(await endPatientConsent(coach, patient, teamId)).toBe(true);
  expect(await database().consent.count({ where: { athleteId: patient, revokedAt: null } })).toBe(0);
});

test("a failure in the middle leaves everything", async () => {
  const ana = await addPerson("Ana");
  await record(ana, walk(ana.athleteId));
  await database().$executeRawUnsafe(`CREATE FUNCTION fail_() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$`);
  await database().$executeRawUnsafe(`CREATE TRIGGER fail_ BEFORE DELETE ON "User" FOR EACH ROW EXECUTE FUNCTION fail_()`);
  await expect(eraseAccount(ana)).rejects.toThrow();
  await database().$executeRawUnsafe(`DROP TRIGGER fail_ ON "User"`);
  expect(await database().assessment.count({ where: { athleteId: ana.athleteId } })).toBe(1);
  expect(await auditTrail({ action: "account.erased", actor: ana.userId })).toEqual([]);
});

test("consent to processing taken back ends sharing at once and closes the account until it is given again", async () => {
  const [ana, coach] = [await addPerson("Ana"), await addPerson("Coach")];
  await giveProcessing(ana, "test");
  const teamId = await addTeam([{ viewer: coach, role: "owner" }]);
  await addConsent(ana.athleteId, teamId, "record");
  await withdrawProcessing(ana);
  expect(await findViewer(ana.userId, 0)).toMatchObject({ withdrawn: true });
  expect(await record(coach, walk(ana.athleteId))).toMatchObject({ ok: false });
  await giveProcessing(ana, "test");
  expect((await findViewer(ana.userId, 0))?.withdrawn).toBeUndefined();
  expect(await record(coach, walk(ana.athleteId))).toMatchObject({ ok: false });
});

test("the data a person takes with them holds no secret, and no note that is not for them", async () => {
  const [ana, coach] = [await addPerson("Ana"), await addPerson("Coach")];
  await database().user.update({ where: { id: ana.userId }, data: { passwordHash: "argon" } });
  const teamId = await addTeam([{ viewer: coach, role: "owner" }]);
  await addConsent(ana.athleteId, teamId, "record");
  const note = { athleteId: ana.athleteId, teamId };
  await addNote(coach, { ...note, submissionId: randomUUID(), text: "for the team", visibleToAthlete: false });
  await addNote(coach, { ...note, submissionId: randomUUID(), text: "for Ana", visibleToAthlete: true });
  const sessionId = await anOpenSession(ana);
  const data = await readPersonalData(ana);
  expect(data.notesForTheTeamAlone).toBe(1);
  expect(data.record?.notes.map(({ text }) => text)).toEqual(["for Ana"]);
  expect(data.account.openSessions).toMatchObject([{ device: "Chrome · Android", means: "password" }]);
  expect(JSON.stringify(data)).not.toMatch(new RegExp(`argon|for the team|${sessionId}`));
});

test("an athlete's recordings and the erasure of who alone had a team they share with wait for each other", async () => {
  const athlete = await addPerson("Ana");
  for (let round = 0; round < 8; round++) {
    const owner = await addPerson("Owner");
    await addConsent(athlete.athleteId, await addTeam([{ viewer: owner, role: "owner" }]), "record");
    const [erased, ...recorded] = await Promise.all([
      eraseAccount(owner),
      record(athlete, walk(athlete.athleteId)),
      record(athlete, walk(athlete.athleteId)),
    ]);
    expect([erased.ok, ...recorded.map(({ ok }) => ok)]).toEqual([true, true, true]);
  }
  expect(await database().assessment.count({ where: { athleteId: athlete.athleteId } })).toBe(16);
});
