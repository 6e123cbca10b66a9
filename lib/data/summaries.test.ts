import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AssessmentInput, correct, record, remove } from "./assessments";
import { database } from "./database";
import { eraseAccount } from "./erasure";
import { giveProcessing, withdrawProcessing } from "./processing";
import { refreshRoster, summariseAthlete } from "./summaries";
import { addConsent, addPatient, addPerson, addTeam, openTestDatabase } from "./testing";
import type { Viewer } from "./viewer";

let close: () => Promise<void>;
let ana: Viewer & { athleteId: string };
let coach: Viewer;
let teamId: string;

beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

beforeEach(async () => {
  [ana, coach] = [await addPerson("Ana"), await addPerson("Coach")];
  teamId = await addTeam([{ viewer: coach, role: "coach" }]);
  await addConsent(ana.athleteId, teamId, "record");
});

const walk = (part: Partial<AssessmentInput> = {}): AssessmentInput => ({
  submissionId: randomUUID(),
  protocol: "walk",
  reason: "checkup",
  measuredAt: new Date("2026-03-02T09:30:00Z"),
  timeZone: "Europe/Madrid",
  measurements: { speed: 1.2, height_cm: 168, weight_kg: 62.5 },
  ...part,
});

async function recorded(part: Partial<AssessmentInput> = {}): Promise<string> {
  const result = await record(ana, { ...walk(part), athleteId: ana.athleteId });
  if (!result.ok) throw new Error(result.error.reason);
  return result.value.id;
}

const refresh = () => database().$transaction((transaction) => refreshRoster(transaction, ana.athleteId));
const line = (team = teamId) =>
  database().rosterEntry.findUnique({ where: { teamId_athleteId: { teamId: team, athleteId: ana.athleteId } } });
const summary = (assessmentId: string) => database().assessmentSummary.findUnique({ where: { assessmentId } });

describe("an assessment's summary", () => {
  it("holds one number per field, what follows from them, and who it was of", async () => {
    const measurements = { speed: 1.2, height_cm: 168, weight_kg: 62.5, contact_time_left: 0.6, contact_time_right: 0.7 };
    const id = await recorded({ measurements, injuryRegion: "knee" });
    const row = await summary(id);
    expect(row).toMatchObject({ athleteId: ana.athleteId, protocol: "walk", sex: "female", age: 43, weightKg: 62.5, zone: "knee" });
    expect(row?.values).toMatchObject({ speed: 1.2, contact_time: expect.closeTo(0.65), bmi: expect.closeTo(22.14, 2), age_years: 43 });
  });

  it("follows a correction and goes with the assessment", async () => {
    const id = await recorded({ injuryRegion: "knee" });
    await correct(ana, id, { ...walk({ measurements: { speed: 1.4 } }), revision: 0 });
    expect(await summary(id)).toMatchObject({ zone: null, weightKg: null, values: { speed: 1.4 } });
    await remove(ana, id);
    expect(await summary(id)).toBeNull();
  });

  it("takes a corrected birth date and sex with it", async () => {
    const id = await recorded();
    await database().athlete.update({ where: { id: ana.athleteId }, data: { birthDate: new Date("1972-05-17"), sex: "male" } });
    await database().$transaction((transaction) => summariseAthlete(transaction, ana.athleteId));
    expect(await summary(id)).toMatchObject({ age: 53, sex: "male" });
    expect(await line()).toMatchObject({ sex: "male", birthDate: new Date("1972-05-17") });
  });
});

describe("a roster's line", () => {
  it("is there for every team whose consent stands and for no other", async () => {
    const [other, former] = [await addTeam([]), await addTeam([])];
    await addConsent(ana.athleteId, other, "view");
    await addConsent(ana.athleteId, former, "view", true);
    await recorded();
    expect(await line()).toMatchObject({ assessmentCount: 1, name: "Ana", searchName: "ana" });
    expect(await line(other)).not.toBeNull();
    expect(await line(former)).toBeNull();
    await database().consent.updateMany({ where: { teamId: other }, data: { revokedAt: new Date() } });
    expect(await line(other)).toBeNull();
    expect(await line()).not.toBeNull();
  });

  it("is there before any assessment", async () => {
    const patient = await addPatient(teamId, { name: "Núria Vall" });
    await database().$transaction((transaction) => refreshRoster(transaction, patient));
    const row = await database().rosterEntry.findUnique({ where: { teamId_athleteId: { teamId, athleteId: patient } } });
    expect(row).toMatchObject({ searchName: "nuria vall", assessmentCount: 0, lastMeasuredAt: null, gaitAge: null, sparkline: [] });
  });

  it("follows what is recorded, corrected and deleted", async () => {
    const first = await recorded();
    const second = await recorded({ measuredAt: new Date("2026-04-02T09:30:00Z") });
    expect(await line()).toMatchObject({ assessmentCount: 2, lastAssessmentId: second, lastProtocol: "walk" });
    const { sparkline, gaitAge, ageGap } = (await line()) ?? {};
    expect(sparkline).toHaveLength(2);
    expect(ageGap).toBeCloseTo((gaitAge ?? 0) - 43);
    await correct(ana, second, { ...walk({ measurements: { speed: 0.9, height_cm: 168, weight_kg: 62.5 } }), revision: 0 });
    expect((await line())?.gaitAge).not.toBe(gaitAge);
    await remove(ana, second);
    expect(await line()).toMatchObject({ assessmentCount: 1, lastAssessmentId: first });
  });

  it("compares with the last one of the same protocol and device, however many lie between", async () => {
    const on = (day: number, speed: number, device: AssessmentInput["device"]) =>
      recorded({ measuredAt: new Date(Date.UTC(2026, 2, day, 9)), device, measurements: { speed, height_cm: 168, weight_kg: 62.5 } });
    await on(1, 1.2, "force_plate");
    for (const day of [2, 3, 4]) await on(day, 1.9, "pressure_plate");
    await on(5, 1.7, "force_plate");
    expect(await line()).toMatchObject({ assessmentCount: 5, changeColumn: "speed", changeFrom: 1.2, changeTo: 1.7 });
  });

  it("is what all assessments say, though a recording only adds its own to what was there", async () => {
    const size = { height_cm: 168, weight_kg: 62.5 };
    const sides = { contact_time_left: 0.6, contact_time_right: 0.7 };
    const on = (day: number, part: Partial<AssessmentInput> = {}) => ({ measuredAt: new Date(Date.UTC(2026, 2, day, 9)), ...part });
    const visits: Partial<AssessmentInput>[] = [
      on(5, { measurements: { speed: 1.2, ...size, ...sides } }),
      on(9, { device: "force_plate", measurements: { speed: 1.9, ...size }, injuryRegion: "knee" }),
      on(7, { measurements: { speed: 1.6, ...size } }),
      on(9, { device: "force_plate", measurements: { speed: 1.1, ...size }, injuryRegion: "none" }),
      on(11, { protocol: "run", measurements: { speed: 3, ...size } }),
      // Without the person's size no model answers.
      on(12, { measurements: { speed: 1.3 } }),
      ...Array.from({ length: 10 }, (_, index) => on(13 + index, { measurements: { speed: 1 + index / 20, ...size, ...sides } })),
      on(1, { measurements: { speed: 0.8, ...size } }),
    ];
    await database().recall.create({ data: { athleteId: ana.athleteId, teamId, dueOn: new Date("2026-06-01"), setAt: on(8).measuredAt } });
    for (const visit of visits) {
      await recorded(visit);
      const added = await line();
      await refresh();
      const read = await line();
      expect(read?.updatedAt.getTime()).toBeGreaterThanOrEqual(added?.updatedAt.getTime() ?? Number.NaN);
      expect(added).toEqual({ ...read, updatedAt: added?.updatedAt });
    }
    // Of the newest twelve one ran, and one has no answer.
    expect((await line())?.sparkline).toHaveLength(10);
  });

  it("keeps a recall until the athlete is seen on a later day than it was set on", async () => {
    const dueOn = new Date("2026-06-01");
    await recorded();
    await database().recall.create({ data: { athleteId: ana.athleteId, teamId, dueOn, setAt: new Date("2026-03-02T08:00:00Z") } });
    await refresh();
    expect((await line())?.dueOn).toEqual(dueOn);
    const next = await recorded({ measuredAt: new Date("2026-03-30T09:30:00Z") });
    expect((await line())?.dueOn).toBeNull();
    await remove(ana, next);
    expect((await line())?.dueOn).toEqual(dueOn);
  });
});

// PGlite has one connection and takes these one after the other; over PostgreSQL they meet.
describe("at the same time", () => {
  it("a withdrawal leaves no line behind", async () => {
    await recorded();
    for (let round = 0; round < 10; round++) {
      await database().consent.updateMany({ where: { athleteId: ana.athleteId }, data: { revokedAt: null } });
      const withdraw = database().$transaction(async (transaction) => {
        await transaction.consent.updateMany({ where: { athleteId: ana.athleteId }, data: { revokedAt: new Date() } });
        await refreshRoster(transaction, ana.athleteId);
      });
      await Promise.all([refresh(), withdraw, refresh()]);
      expect(await line()).toBeNull();
    }
  });

  it("a recording and the end of the consent to processing wait for each other, and neither for ever", async () => {
    for (let round = 0; round < 10; round++) {
      await giveProcessing(ana, "test");
      await database().consent.updateMany({ where: { athleteId: ana.athleteId }, data: { revokedAt: null } });
      await Promise.all([recorded(), withdrawProcessing(ana), recorded()]);
      expect(await line()).toBeNull();
    }
    expect(await database().assessment.count({ where: { athleteId: ana.athleteId } })).toBe(20);
  });

  it("recordings and the erasure of the account wait for each other, and none for ever", async () => {
    for (let round = 0; round < 6; round++) {
      const person = await addPerson("Bea");
      await addConsent(person.athleteId, teamId, "record");
      const recording = (viewer: Viewer) => record(viewer, { ...walk(), athleteId: person.athleteId });
      await Promise.all([recording(person), eraseAccount(person), recording(coach), recording(person)]);
      expect(await database().assessment.count({ where: { athleteId: person.athleteId } })).toBe(0);
    }
  });

  it("two recordings are both counted", async () => {
    await Promise.all(Array.from({ length: 4 }, () => recorded()));
    expect(await line()).toMatchObject({ assessmentCount: 4 });
    expect((await line())?.sparkline).toHaveLength(4);
  });
});
