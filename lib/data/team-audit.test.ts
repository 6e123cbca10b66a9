import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { list } from "./assessments";
import { withdraw } from "./consents";
import { readRoster } from "./roster";
import { listTeamEvents } from "./team-audit";
import { addConsent, addPatient, addPerson, addTeam, openTestDatabase } from "./testing";

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

let owner: Awaited<ReturnType<typeof addPerson>>;
let coach: typeof owner;
let ana: typeof owner;
let teamId: string;
beforeEach(async () => {
  [owner, coach, ana] = [await addPerson("Owner"), await addPerson("Coach"), await addPerson("Ana")];
  teamId = await addTeam([
    { viewer: owner, role: "owner" },
    { viewer: coach, role: "coach" },
  ]);
});

const told = async () =>
  (await listTeamEvents(owner, teamId, { limit: 20 }))?.events.map(({ action, by, athlete }) => [action, by, athlete?.name ?? null]);

test("the owner reads what the team's coaches did, newest first, and nobody else does", async () => {
  await addConsent(ana.athleteId, teamId, "view");
  const patient = await addPatient(teamId, { name: "Pat" });
  await list(coach, ana.athleteId);
  await list(owner, patient);
  await readRoster(coach, teamId, {
    sort: "name",
    direction: "up",
    filters: { sex: null, ageBand: null, zone: null, overdue: false, flagged: false },
    limit: 10,
  });
  expect(await told()).toEqual([
    ["roster.viewed", "Coach", null],
    ["assessment.listed", "Owner", "Pat"],
    ["assessment.listed", "Coach", "Ana"],
  ]);
  for (const viewer of [coach, ana]) expect(await listTeamEvents(viewer, teamId, { limit: 20 })).toBeNull();
});

test("what a coach does for another team, or an athlete for themselves, is not the team's to read", async () => {
  const other = await addTeam([{ viewer: coach, role: "owner" }]);
  await addConsent(ana.athleteId, other, "view");
  await list(coach, ana.athleteId);
  await list(ana, ana.athleteId);
  expect(await told()).toEqual([]);
});

test("who withdrew is not named any more", async () => {
  await addConsent(ana.athleteId, teamId, "view");
  await list(coach, ana.athleteId);
  await withdraw(ana, teamId);
  expect(await told()).toEqual([
    ["consent.withdrawn", "Ana", null],
    ["assessment.listed", "Coach", null],
  ]);
});

test("pages meet without a gap", async () => {
  await addConsent(ana.athleteId, teamId, "view");
  for (let times = 0; times < 5; times++) await list(coach, ana.athleteId);
  const first = await listTeamEvents(owner, teamId, { limit: 3 });
  const second = await listTeamEvents(owner, teamId, { limit: 3, before: first?.next ?? undefined });
  expect(new Set([...(first?.events ?? []), ...(second?.events ?? [])].map(({ id }) => id)).size).toBe(5);
  expect(second?.next).toBeNull();
});
