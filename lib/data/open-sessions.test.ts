import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changePassword, endAllSessions } from "./account";
import { database } from "./database";
import { endOneSession } from "./ended-sessions";
import { endSession, forgetSessions, keepSession, listSessions, type OpenSession } from "./open-sessions";
import { traceSignIn } from "./sign-ins";
import { addPerson, auditTrail, openTestDatabase } from "./testing";
import { findViewer } from "./users";
import type { Viewer } from "./viewer";

let close: () => Promise<void>;
let ana: Viewer;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());
beforeEach(async () => {
  ana = await addPerson("Ana");
});

const day = 24 * 60 * 60_000;
const daysFromNow = (days: number) => new Date(Date.now() + days * day);

const sessionOf = ({ userId }: Viewer, more: Partial<OpenSession> = {}): OpenSession => ({
  id: randomUUID(),
  userId,
  sessionVersion: 0,
  means: "password",
  shared: false,
  device: "Chrome · Android",
  begunAt: daysFromNow(-1),
  until: daysFromNow(89),
  ...more,
});

async function begin(who: Viewer, more: Partial<OpenSession> = {}): Promise<OpenSession> {
  const session = sessionOf(who, more);
  await traceSignIn(who.userId, session.means ?? "password", session);
  return session;
}

const idsOf = async (who: Viewer) => (await listSessions(who)).map(({ id }) => id).toSorted();

describe("a person's sessions", () => {
  it("are listed from their sign-in on, each person's own, the one used last first", async () => {
    const phone = await begin(ana);
    const laptop = await begin(ana, { device: null, means: "passkey", shared: true });
    await begin(await addPerson("Eva"));
    await database().openSession.update({ where: { id: phone.id }, data: { seenAt: daysFromNow(-0.5) } });
    expect(await listSessions(ana)).toEqual([
      { id: laptop.id, means: "passkey", shared: true, device: null, begunAt: laptop.begunAt, seenAt: expect.any(Date) },
      { id: phone.id, means: "password", shared: false, device: "Chrome · Android", begunAt: phone.begunAt, seenAt: expect.any(Date) },
    ]);
  });

  it("are listed when they are next used, where they were not", async () => {
    const session = sessionOf(ana, { means: null });
    expect(await findViewer(ana.userId, 0, session.id)).toMatchObject({ seenAt: null });
    await keepSession(session);
    expect(await listSessions(ana)).toMatchObject([{ id: session.id, means: null }]);
    expect((await findViewer(ana.userId, 0, session.id))?.seenAt).toBeInstanceOf(Date);
  });

  it("say when they were used last, and on what", async () => {
    const session = await begin(ana);
    await database().openSession.update({ where: { id: session.id }, data: { seenAt: daysFromNow(-0.5) } });
    await keepSession({ ...session, device: "Firefox · Linux" });
    const [listed] = await listSessions(ana);
    expect(listed).toMatchObject({ device: "Firefox · Linux", means: "password" });
    expect(Date.now() - (listed?.seenAt.getTime() ?? 0)).toBeLessThan(60_000);
  });

  it("are no longer there when their time is over, and are forgotten", async () => {
    const over = await begin(ana, { until: daysFromNow(-0.1) });
    const standing = await begin(ana);
    await endOneSession({ sessionId: over.id, userId: ana.userId, until: over.until });
    await begin(ana, { id: over.id, until: over.until });
    expect(await idsOf(ana)).toEqual([standing.id]);
    await forgetSessions();
    expect(await database().openSession.findMany({ where: { userId: ana.userId } })).toMatchObject([{ id: standing.id }]);
    expect(await database().endedSession.count({ where: { id: over.id } })).toBe(0);
  });
});

describe("ending one of them", () => {
  it("closes it and no other, once, and leaves a trace", async () => {
    const [phone, laptop] = [await begin(ana), await begin(ana)];
    expect(await endSession(ana, phone.id)).toBe(true);
    expect(await endSession(ana, phone.id)).toBe(false);
    expect(await findViewer(ana.userId, 0, phone.id)).toBeNull();
    expect(await findViewer(ana.userId, 0, laptop.id)).toMatchObject({ userId: ana.userId });
    expect(await idsOf(ana)).toEqual([laptop.id]);
    expect(await auditTrail({ actor: ana.userId, action: "session.ended" })).toHaveLength(1);
  });

  it("is known for as long as a token of it could be good", async () => {
    const session = await begin(ana);
    await endSession(ana, session.id);
    await forgetSessions(new Date(session.until.getTime() - 1));
    expect(await findViewer(ana.userId, 0, session.id)).toBeNull();
  });

  it("is for its person alone: another one's, an unknown one and what is no id are the same", async () => {
    const session = await begin(ana);
    const eva = await addPerson("Eva");
    for (const id of [session.id, randomUUID(), "no id"]) expect(await endSession(eva, id)).toBe(false);
    expect(await idsOf(ana)).toEqual([session.id]);
    expect(await findViewer(ana.userId, 0, session.id)).not.toBeNull();
  });

  it("holds where a request that was under way lists it once more", async () => {
    const session = await begin(ana);
    await endSession(ana, session.id);
    await keepSession(session);
    expect(await idsOf(ana)).toEqual([]);
  });
});

it("signing out takes a session from the list", async () => {
  const [phone, laptop] = [await begin(ana), await begin(ana)];
  await endOneSession({ sessionId: phone.id, userId: ana.userId, until: phone.until });
  expect(await idsOf(ana)).toEqual([laptop.id]);
});

it("what ends all sessions takes all from the list; the one that goes on is listed when it does, and no former one", async () => {
  const [phone, laptop] = [await begin(ana), await begin(ana)];
  const sessionVersion = await changePassword(ana, "hash");
  expect(await database().openSession.count({ where: { userId: ana.userId } })).toBe(0);
  await keepSession({ ...phone, sessionVersion });
  await keepSession(laptop);
  expect(await idsOf(ana)).toEqual([phone.id]);
  await endAllSessions(ana);
  await keepSession({ ...phone, sessionVersion });
  expect(await database().openSession.count({ where: { userId: ana.userId } })).toBe(0);
});
