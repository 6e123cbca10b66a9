import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { database } from "@/lib/data/database";
import { endSession, listSessions, seenWithinMinutes } from "@/lib/data/open-sessions";
import { addPerson, countQueries, openTestDatabase } from "@/lib/data/testing";
import type { Viewer } from "@/lib/data/viewer";
import { serverSecret } from "@/lib/env";
import { newSession, owedFromNow, type SessionClaims } from "./claims";
import { halfSignedIn, holder } from "./viewer";

let said: SessionClaims;
vi.mock("next/headers", () => ({
  cookies: async () => {
    const value = await encode({ token: { ...said }, secret: serverSecret() });
    return { get: () => ({ value }) };
  },
  headers: async () => new Headers({ "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0" }),
}));

let close: () => Promise<void>;
let queriesOf: (work: () => Promise<unknown>) => Promise<number>;
let ana: Viewer;
beforeAll(async () => {
  const opened = await openTestDatabase();
  ({ close } = opened);
  queriesOf = await countQueries(opened.adapter);
});
afterAll(() => close());
beforeEach(async () => {
  ana = await addPerson("Ana");
  said = newSession({ userId: ana.userId, sessionVersion: 0 }, { means: "google", shared: true });
});

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const seen = (seenAt: Date) => database().openSession.update({ where: { id: String(said.sessionId) }, data: { seenAt } });

it("a session is listed from what its token says with its first use, and its use noted again no sooner than the list is exact", async () => {
  expect(await queriesOf(holder)).toBe(2);
  const hours = 12 * 3_600_000;
  expect(await database().openSession.findMany({ where: { userId: ana.userId } })).toMatchObject([
    { id: said.sessionId, device: "Firefox · Linux", means: "google", shared: true, until: new Date(said.startedAt + hours) },
  ]);
  await seen(minutesAgo(seenWithinMinutes - 1));
  expect(await queriesOf(holder)).toBe(1);
  await seen(minutesAgo(seenWithinMinutes + 1));
  expect(await queriesOf(holder)).toBe(2);
  expect(await queriesOf(holder)).toBe(1);
});

it("a session goes on where its use cannot be noted", async () => {
  await database().$executeRaw`ALTER TABLE "OpenSession" RENAME COLUMN "device" TO "elsewhere"`;
  const who = await holder();
  await database().$executeRaw`ALTER TABLE "OpenSession" RENAME COLUMN "elsewhere" TO "device"`;
  expect(who).toMatchObject({ userId: ana.userId });
});

it("a session from before sessions had ids goes on, and is not listed", async () => {
  said = { ...said, sessionId: undefined };
  expect(await holder()).toMatchObject({ userId: ana.userId });
  expect(await listSessions(ana)).toEqual([]);
});

it("a session that owes its second factor is not listed", async () => {
  said = { ...said, owedUntil: owedFromNow() };
  expect(await halfSignedIn()).not.toBeNull();
  expect(await holder()).toBeNull();
  expect(await listSessions(ana)).toEqual([]);
});

it("a session that was ended from the list opens nothing, and is not listed again by being tried", async () => {
  expect(await holder()).toMatchObject({ userId: ana.userId });
  await endSession(ana, String(said.sessionId));
  expect(await holder()).toBeNull();
  expect(await database().openSession.count({ where: { userId: ana.userId } })).toBe(0);
});
