import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listActivity } from "./activity";
import { type AssessmentInput, correct, count, list, predictAgain, read, readForEdit, record, remove, save } from "./assessments";
import { changeScope, readReferenceConsent, setReferenceConsent, shareAgain, withdraw } from "./consents";
import { database } from "./database";
import { permittedAthlete } from "./permitted";
import { readRoster } from "./roster";
import { listAccess, listFormerAccess } from "./shared-access";
import { addConsent, addPerson, addTeam, auditKeyOf, auditTrail, openTestDatabase } from "./testing";
import type { Viewer } from "./viewer";

type Person = Viewer & { athleteId: string };

let close: () => Promise<void>;
let ana: Person;
let coach: Person;
let teamId: string;

beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

beforeEach(async () => {
  [ana, coach] = [await addPerson("Ana"), await addPerson("Coach")];
  teamId = await addTeam([{ viewer: coach, role: "owner" }]);
});

const walk = (): AssessmentInput => ({
  submissionId: randomUUID(),
  protocol: "walk",
  reason: "checkup",
  measuredAt: new Date("2026-03-02T09:30:00Z"),
  timeZone: "Europe/Madrid",
  measurements: { speed: 1.2, height_cm: 168, weight_kg: 62.5 },
});

const may = async (access: "view" | "record" = "view", viewer: Viewer = coach) =>
  (await permittedAthlete(viewer, ana.athleteId, access, database())) !== null;
const actions = async () => (await auditTrail({ subject: ana.userId, target: teamId })).map(({ action }) => action);

describe("a withdrawal", () => {
  it("ends access in every function about assessments with that request", async () => {
    await addConsent(ana.athleteId, teamId, "record");
    const recorded = await record(coach, { ...walk(), athleteId: ana.athleteId });
    const id = recorded.ok ? recorded.value.id : "";
    const doors: Record<string, () => Promise<unknown>> = {
      read: () => read(coach, id),
      readForEdit: () => readForEdit(coach, id),
      list: () => list(coach, ana.athleteId),
      count: () => count(coach, ana.athleteId),
      record: () => record(coach, { ...walk(), athleteId: ana.athleteId }),
      save: () => save(coach, { ...walk(), athleteId: ana.athleteId }),
      correct: () => correct(coach, id, { ...walk(), revision: 0 }),
      predictAgain: () => predictAgain(coach, id),
      remove: () => remove(coach, id),
    };
    const refused = (answer: unknown) =>
      answer === null ||
      answer === false ||
      answer === 0 ||
      (Array.isArray(answer) && answer.length === 0) ||
      (typeof answer === "object" && "ok" in answer && !answer.ok);
    expect(refused(await read(coach, id))).toBe(false);
    expect(await withdraw(ana, teamId)).toBe(true);
    for (const [name, ask] of Object.entries(doors)) expect([name, refused(await ask())]).toEqual([name, true]);
    expect(await read(ana, id)).toMatchObject({ id });
  });

  it("takes the athlete off the team's roster with that request", async () => {
    await addConsent(ana.athleteId, teamId, "record");
    await record(coach, { ...walk(), athleteId: ana.athleteId });
    const names = async () => {
      const filters = { sex: null, ageBand: null, zone: null, overdue: false, flagged: false };
      const page = await readRoster(coach, teamId, { sort: "name", direction: "up", filters, limit: 10 });
      return page?.rows.length;
    };
    expect(await names()).toBe(1);
    await withdraw(ana, teamId);
    expect(await names()).toBe(0);
  });

  it("is of one team, once, and by the athlete alone", async () => {
    const other = await addPerson("Other");
    const second = await addTeam([{ viewer: other, role: "coach" }]);
    await addConsent(ana.athleteId, teamId, "view");
    await addConsent(ana.athleteId, second, "view");
    expect(await withdraw(coach, teamId)).toBe(false);
    expect(await withdraw(ana, "no id")).toBe(false);
    expect(await withdraw(ana, teamId)).toBe(true);
    expect(await withdraw(ana, teamId)).toBe(false);
    expect([await may(), await may("view", other)]).toEqual([false, true]);
    expect(await actions()).toEqual(["consent.withdrawn"]);
  });

  it("pressed twice at once is one", async () => {
    await addConsent(ana.athleteId, teamId, "view");
    const ended = await Promise.all([withdraw(ana, teamId), withdraw(ana, teamId)]);
    expect(ended.filter(Boolean)).toHaveLength(1);
    expect(await actions()).toEqual(["consent.withdrawn"]);
  });
});

describe("what a team may do", () => {
  it("changes at the athlete's word alone, and what was agreed before stays on record", async () => {
    await addConsent(ana.athleteId, teamId, "view");
    expect(await changeScope(coach, teamId, "record")).toBe(false);
    expect(await may("record")).toBe(false);
    expect(await changeScope(ana, teamId, "record")).toBe(true);
    expect(await may("record")).toBe(true);
    expect(await changeScope(ana, teamId, "record")).toBe(true);
    expect(await actions()).toEqual(["consent.changed"]);
    const rows = await database().consent.findMany({ where: { athleteId: ana.athleteId }, orderBy: { grantedAt: "asc" } });
    expect(rows.map(({ scope, revokedAt }) => [scope, revokedAt === null])).toEqual([
      ["view", false],
      ["record", true],
    ]);
    expect(rows[0]?.revokedAt).toEqual(rows[1]?.grantedAt);
  });

  it("is nothing where the athlete never shared", async () => {
    expect(await changeScope(ana, teamId, "view")).toBe(false);
    expect(await shareAgain(ana, teamId, "record")).toBe(false);
    expect(await may()).toBe(false);
  });

  it("is shared again with who had it before, once", async () => {
    await addConsent(ana.athleteId, teamId, "record");
    expect(await shareAgain(ana, teamId, "view")).toBe(false);
    await withdraw(ana, teamId);
    expect(await shareAgain(coach, teamId, "view")).toBe(false);
    const shared = await Promise.all([shareAgain(ana, teamId, "view"), shareAgain(ana, teamId, "view")]);
    expect(shared.filter(Boolean)).toHaveLength(1);
    expect([await may(), await may("record")]).toEqual([true, false]);
  });
});

describe("who has access", () => {
  it("is listed with who works there, since when without a break, and what was looked at last", async () => {
    await addConsent(ana.athleteId, teamId, "view");
    const [before] = await listAccess(ana);
    expect(before).toMatchObject({ teamId, scope: "view", members: [{ name: "Coach", role: "owner" }], lastLook: null });
    const recorded = await record(ana, { ...walk(), athleteId: ana.athleteId });
    await read(coach, recorded.ok ? recorded.value.id : "");
    await changeScope(ana, teamId, "record");
    const [after] = await listAccess(ana);
    expect(after).toMatchObject({ scope: "record", since: before?.since, lastLook: { action: "assessment.viewed", by: "Coach" } });
  });

  it("counts opening the team's list as a look", async () => {
    await addConsent(ana.athleteId, teamId, "view");
    const filters = { sex: null, ageBand: null, zone: null, overdue: false, flagged: false };
    await readRoster(coach, teamId, { sort: "name", direction: "up", filters, limit: 10 });
    expect(await listAccess(ana)).toMatchObject([{ lastLook: { action: "roster.viewed", by: "Coach" } }]);
  });

  it("knows nothing of looks before the present access, nor of somebody else's", async () => {
    const eva = await addPerson("Eva");
    await addConsent(eva.athleteId, teamId, "view");
    await addConsent(ana.athleteId, teamId, "view");
    const theirs = await record(eva, { ...walk(), athleteId: eva.athleteId });
    await read(coach, theirs.ok ? theirs.value.id : "");
    expect((await listAccess(ana))[0]?.lastLook).toBeNull();
    expect((await listAccess(eva))[0]?.lastLook).not.toBeNull();
    await withdraw(eva, teamId);
    await new Promise((after) => setTimeout(after, 5));
    await shareAgain(eva, teamId, "view");
    expect((await listAccess(eva))[0]?.lastLook).toBeNull();
  });

  it("moves to the former ones with the withdrawal, and back", async () => {
    await addConsent(ana.athleteId, teamId, "view");
    expect(await listFormerAccess(ana)).toEqual([]);
    await withdraw(ana, teamId);
    expect(await listAccess(ana)).toEqual([]);
    expect(await listFormerAccess(ana)).toMatchObject([{ teamId, scope: "view" }]);
    expect(await listFormerAccess(coach)).toEqual([]);
    await shareAgain(ana, teamId, "view");
    expect(await listFormerAccess(ana)).toEqual([]);
  });
});

describe("being counted without a name", () => {
  it("is off until the person says yes, and off again when they say no", async () => {
    expect(await readReferenceConsent(ana)).toBeNull();
    expect(await setReferenceConsent(ana, true)).toBe(true);
    expect(await setReferenceConsent(ana, true)).toBe(true);
    expect(await readReferenceConsent(ana)).toEqual({ since: expect.any(Date) });
    expect(await readReferenceConsent(coach)).toBeNull();
    expect(await setReferenceConsent(ana, false)).toBe(true);
    expect(await readReferenceConsent(ana)).toBeNull();
    const rows = await database().referenceConsent.findMany({ where: { athleteId: ana.athleteId } });
    expect(rows.map(({ revokedAt }) => revokedAt === null)).toEqual([false]);
  });

  it("said twice at once is one yes", async () => {
    await Promise.all([setReferenceConsent(ana, true), setReferenceConsent(ana, true)]);
    expect(await database().referenceConsent.count({ where: { athleteId: ana.athleteId, revokedAt: null } })).toBe(1);
  });
});

describe("what others did", () => {
  it("is told to the person it concerns, with who, where they work and the assessment", async () => {
    await addConsent(ana.athleteId, teamId, "record");
    await record(ana, { ...walk(), athleteId: ana.athleteId });
    const recorded = await record(coach, { ...walk(), athleteId: ana.athleteId });
    const id = recorded.ok ? recorded.value.id : "";
    await correct(coach, id, { ...walk(), revision: 0 });
    const { entries, next } = await listActivity(ana, { limit: 10 });
    expect(entries.map(({ action, by, worksIn, assessment }) => [action, by, worksIn, assessment?.id])).toEqual([
      ["assessment.corrected", "Coach", ["Team"], id],
      ["assessment.recorded", "Coach", ["Team"], id],
    ]);
    expect(next).toBeNull();
    expect((await listActivity(coach, { limit: 10 })).entries).toEqual([]);
    await remove(coach, id);
    const [newest] = (await listActivity(ana, { limit: 1 })).entries;
    expect(newest).toMatchObject({ action: "assessment.deleted", assessment: null });
  });

  it("names no team that the person never shared with", async () => {
    await addTeam([{ viewer: coach, role: "owner" }]);
    await addConsent(ana.athleteId, teamId, "record");
    await record(coach, { ...walk(), athleteId: ana.athleteId });
    expect((await listActivity(ana, { limit: 1 })).entries[0]?.worksIn).toEqual(["Team"]);
  });

  it("is read page by page, each entry once, the newest first", async () => {
    const at = new Date("2026-03-02T09:30:00Z");
    const [actor, subject] = [await auditKeyOf(coach), await auditKeyOf(ana)];
    await database().auditEvent.createMany({
      data: Array.from({ length: 25 }, (_, index) => ({
        actor,
        subject,
        action: "athlete.viewed",
        at: new Date(at.getTime() + Math.floor(index / 5)),
      })),
    });
    const read: { id: string; at: Date }[] = [];
    let before: string | undefined;
    do {
      const page = await listActivity(ana, { limit: 10, before });
      read.push(...page.entries);
      before = page.next ?? undefined;
    } while (before !== undefined);
    expect(new Set(read.map(({ id }) => id)).size).toBe(25);
    expect(read).toHaveLength(25);
    const times = read.map((entry) => entry.at.getTime());
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    expect((await listActivity(coach, { limit: 10, before: read[0]?.id })).entries).toEqual([]);
    expect((await listActivity(ana, { limit: 10, before: randomUUID() })).entries).toEqual([]);
  });

  it("is told also where the account of who did it is gone", async () => {
    await addConsent(ana.athleteId, teamId, "record");
    const other = await addPerson("Gone");
    const event = { actor: await auditKeyOf(other), subject: await auditKeyOf(ana), action: "athlete.viewed" };
    await database().auditEvent.create({ data: event });
    await database().athlete.delete({ where: { id: other.athleteId } });
    await database().user.delete({ where: { id: other.userId } });
    expect((await listActivity(ana, { limit: 10 })).entries).toMatchObject([{ action: "athlete.viewed", by: null, worksIn: [] }]);
  });
});
