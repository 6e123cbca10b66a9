import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { record } from "./assessments";
import { database } from "./database";
import { clearRecall, listRecalls, readRecalls, setRecall } from "./recalls";
import { addConsent, addPerson, addTeam, openTestDatabase } from "./testing";
import type { Viewer } from "./viewer";

let close: () => Promise<void>;
let ana: Viewer & { athleteId: string };
let coach: Viewer;
let stranger: Viewer;
let teamId: string;

beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

beforeEach(async () => {
  ana = await addPerson("Ana");
  coach = await addPerson("Coach");
  stranger = await addPerson("Stranger");
  teamId = await addTeam([{ viewer: coach, role: "coach" }]);
  await addConsent(ana.athleteId, teamId, "view");
});

const key = () => ({ athleteId: ana.athleteId, teamId });
const rosterDay = async () => (await database().rosterEntry.findFirst({ where: key() }))?.dueOn?.toISOString().slice(0, 10) ?? null;

describe("a recall date", () => {
  it("is one per team: a new one takes the place of the former", async () => {
    expect(await setRecall(coach, { ...key(), dueOn: "2027-03-03" })).toBe(true);
    expect(await setRecall(coach, { ...key(), dueOn: "2027-04-04" })).toBe(true);
    expect(await readRecalls(coach, ana.athleteId)).toEqual([expect.objectContaining({ dueOn: "2027-04-04", setBy: "Coach", met: false })]);
    expect(await rosterDay()).toBe("2027-04-04");
  });

  it("is told to the athlete while they share with the team", async () => {
    await setRecall(coach, { ...key(), dueOn: "2027-03-03" });
    expect(await listRecalls(ana)).toEqual([expect.objectContaining({ team: "Team", dueOn: "2027-03-03" })]);
    expect(await listRecalls(stranger)).toEqual([]);
    await database().consent.updateMany({ where: key(), data: { revokedAt: new Date() } });
    expect(await listRecalls(ana)).toEqual([]);
    expect(await readRecalls(coach, ana.athleteId)).toEqual([]);
  });

  it("is met by what is measured on a later day", async () => {
    await setRecall(coach, { ...key(), dueOn: "2026-03-03" });
    await database().recall.updateMany({ where: key(), data: { setAt: new Date("2026-02-01T10:00:00Z") } });
    await record(ana, {
      athleteId: ana.athleteId,
      submissionId: randomUUID(),
      protocol: "walk",
      reason: "checkup",
      measuredAt: new Date("2026-03-02T09:30:00Z"),
      timeZone: "Europe/Madrid",
      measurements: { speed: 1.2, height_cm: 168, weight_kg: 62.5 },
    });
    expect(await readRecalls(coach, ana.athleteId)).toEqual([expect.objectContaining({ met: true })]);
    expect(await listRecalls(ana)).toEqual([]);
  });

  it("is cleared once", async () => {
    await setRecall(coach, { ...key(), dueOn: "2027-03-03" });
    expect(await clearRecall(coach, key())).toBe(true);
    expect(await clearRecall(coach, key())).toBe(false);
    expect(await rosterDay()).toBeNull();
  });

  it("is set and cleared by the team alone", async () => {
    const other = await addTeam([{ viewer: stranger, role: "owner" }]);
    await setRecall(coach, { ...key(), dueOn: "2027-03-03" });
    for (const viewer of [stranger, ana]) {
      expect(await setRecall(viewer, { ...key(), dueOn: "2027-05-05" })).toBe(false);
      expect(await clearRecall(viewer, key())).toBe(false);
      expect(await readRecalls(viewer, ana.athleteId)).toEqual([]);
    }
    expect(await setRecall(stranger, { athleteId: ana.athleteId, teamId: other, dueOn: "2027-05-05" })).toBe(false);
    expect(await setRecall(coach, { athleteId: "no id", teamId, dueOn: "2027-05-05" })).toBe(false);
    expect(await setRecall(coach, { athleteId: ana.athleteId, teamId: "no id", dueOn: "2027-05-05" })).toBe(false);
    await addConsent(ana.athleteId, other, "record");
    expect(await readRecalls(stranger, ana.athleteId)).toEqual([]);
    expect(await setRecall(stranger, { ...key(), dueOn: "2027-05-05" })).toBe(false);
    expect(await rosterDay()).toBe("2027-03-03");
  });
});
