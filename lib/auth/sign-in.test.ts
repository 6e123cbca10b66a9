import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { database } from "@/lib/data/database";
import { addPerson, auditTrail, openTestDatabase } from "@/lib/data/testing";
import { signInThrottle } from "@/lib/data/throttle";
import { findViewer } from "@/lib/data/users";
import type { Viewer } from "@/lib/data/viewer";
import { log } from "@/lib/log";
import { newSession } from "./claims";
import { endSessionOf } from "./end-session";
import { hashPassword, passwordMatches } from "./password";
import { signInWithPassword } from "./sign-in";

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

async function addMember(password: string) {
  const person = await addPerson("Ana");
  await database().user.update({ where: { id: person.userId }, data: { passwordHash: await hashPassword(password) } });
  return person;
}

describe("passwords", () => {
  it("are hashed with argon2id at the strength OWASP asks for", async () => {
    expect(await hashPassword("correct horse battery")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("match however their accents were typed", async () => {
    expect(await passwordMatches(await hashPassword("contrase\u00f1a larga"), "contrasen\u0303a larga")).toBe(true);
  });

  it("never match where there is no hash", async () => {
    expect(await passwordMatches(null, "anything")).toBe(false);
  });
});

describe("signInWithPassword", () => {
  it("knows the person, whatever the case of the address", async () => {
    const ana = await addMember("correct horse battery");
    const signedIn = await signInWithPassword({ email: ` ${ana.email.toUpperCase()} `, password: "correct horse battery" });
    expect(signedIn).toEqual({ userId: ana.userId, sessionVersion: 0, email: ana.email });
  });

  it("answers a wrong password, an unknown address and a locked one alike", async () => {
    const ana = await addMember("correct horse battery");
    const now = new Date();
    const attempt = (email: string, password: string, at = now) => signInWithPassword({ email, password }, at);
    expect(await attempt(ana.email, "wrong wrong wrong")).toBeNull();
    expect(await attempt("nobody@example.org", "wrong wrong wrong")).toBeNull();
    for (let count = 1; count < signInThrottle.limit; count++) await attempt(ana.email, "wrong wrong wrong");
    expect(await attempt(ana.email, "correct horse battery")).toBeNull();
    const later = new Date(now.getTime() + (signInThrottle.lockMinutes + signInThrottle.windowMinutes + 1) * 60_000);
    expect(await attempt(ana.email, "correct horse battery", later)).not.toBeNull();
  });

  it("counts attempts made at once", async () => {
    const ana = await addMember("correct horse battery");
    const now = new Date();
    await Promise.all(
      Array.from({ length: signInThrottle.limit }, () => signInWithPassword({ email: ana.email, password: "wrong wrong" }, now)),
    );
    expect(await signInWithPassword({ email: ana.email, password: "correct horse battery" }, now)).toBeNull();
  });

  it("lets no more than the limit through, however many come at once with the right one last", async () => {
    const ana = await addMember("correct horse battery");
    const now = new Date();
    const attempt = (password: string) => signInWithPassword({ email: ana.email, password }, now);
    const results = await Promise.all([...Array.from({ length: 29 }, () => attempt("wrong wrong")), attempt("correct horse battery")]);
    expect(results.filter((result) => result !== null)).toEqual([]);
    expect(await attempt("correct horse battery")).toBeNull();
  });

  it("does not lengthen a lock by what is tried during it", async () => {
    const ana = await addMember("correct horse battery");
    const now = Date.now();
    const attempt = (password: string, minutes: number) =>
      signInWithPassword({ email: ana.email, password }, new Date(now + minutes * 60_000));
    for (let count = 0; count < signInThrottle.limit; count++) await attempt("wrong wrong", 0);
    for (let count = 0; count < 3; count++) expect(await attempt("correct horse battery", signInThrottle.lockMinutes - 1)).toBeNull();
    expect(await attempt("correct horse battery", signInThrottle.lockMinutes + 1)).not.toBeNull();
  });

  it("forgets addresses after a day", async () => {
    const now = new Date("2026-01-01T10:00:00Z");
    await signInWithPassword({ email: "long-ago@example.org", password: "wrong wrong" }, now);
    const left = () => database().signInThrottle.count({ where: { firstAt: now } });
    expect(await left()).toBe(1);
    await signInWithPassword({ email: "today@example.org", password: "wrong wrong" }, new Date("2026-01-02T10:00:01Z"));
    expect(await left()).toBe(0);
  });

  it("forgets failures once the person is in", async () => {
    const ana = await addMember("correct horse battery");
    for (let round = 0; round < 3; round++) {
      for (let count = 1; count < signInThrottle.limit; count++) await signInWithPassword({ email: ana.email, password: "wrong wrong" });
      expect(await signInWithPassword({ email: ana.email, password: "correct horse battery" })).not.toBeNull();
    }
  });

  it("lets the owner in on a device that is known, whatever strangers try, and counts what is tried there", async () => {
    const ana = await addMember("correct horse battery");
    const attempt = (password: string, device?: string) => signInWithPassword({ email: ana.email, password, device });
    for (let count = 0; count <= signInThrottle.limit; count++) await attempt("wrong wrong");
    expect(await attempt("correct horse battery")).toBeNull();
    expect(await attempt("correct horse battery", "her phone")).not.toBeNull();
    expect(await attempt("correct horse battery")).toBeNull();
    for (let count = 0; count < signInThrottle.limit; count++) await attempt("wrong wrong", "her phone");
    expect(await attempt("correct horse battery", "her phone")).toBeNull();
    expect(await attempt("correct horse battery", "her tablet")).not.toBeNull();
  });

  it("locks addresses that nobody has as well, so that a lock tells nothing", async () => {
    for (let count = 0; count < signInThrottle.limit; count++)
      await signInWithPassword({ email: "ghost@example.org", password: "wrong wrong" });
    expect(
      await database().signInThrottle.count({ where: { lockedUntil: { not: null }, failures: signInThrottle.limit } }),
    ).toBeGreaterThan(0);
  });

  it.each([[undefined], [null], [42], [""], ["not an address"], ["a@b.c\u0000"]])("refuses %s for an address", async (email) => {
    expect(await signInWithPassword({ email, password: "correct horse battery" })).toBeNull();
  });

  it("logs that a sign-in was refused or locked, and nothing of whose", async () => {
    const warn = vi.spyOn(log, "warn");
    const ana = await addMember("correct horse battery");
    for (let count = 0; count <= signInThrottle.limit; count++) await signInWithPassword({ email: ana.email, password: "wrong wrong" });
    expect(warn.mock.calls.at(0)).toEqual([{ locked: false, knownDevice: false }, "a sign-in was refused"]);
    expect(warn.mock.calls.at(-1)).toEqual([{ locked: true, knownDevice: false }, "a sign-in was refused"]);
    expect(JSON.stringify(warn.mock.calls)).not.toContain(ana.userId);
    warn.mockRestore();
  });

  it("keeps no address in the throttle", async () => {
    await signInWithPassword({ email: "someone@example.org", password: "wrong wrong" });
    const keys = (await database().signInThrottle.findMany()).map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(keys).not.toContain(createHash("sha256").update("someone@example.org").digest("hex"));
  });
});

describe("a session", () => {
  const begun = ({ userId }: Viewer) => newSession({ userId, sessionVersion: 0 }, { means: "password" });

  it("ends alone, in every copy of its token", async () => {
    const ana = await addMember("correct horse battery");
    const [phone, laptop] = [begun(ana), begun(ana)];
    await endSessionOf(phone);
    await endSessionOf(phone);
    expect(await findViewer(ana.userId, 0, phone.sessionId)).toBeNull();
    expect(await findViewer(ana.userId, 0, laptop.sessionId)).toMatchObject({ userId: ana.userId });
    expect(await auditTrail({ actor: ana.userId, action: "session.ended" })).toHaveLength(1);
  });

  it("ends when the person's session version is raised", async () => {
    const ana = await addMember("correct horse battery");
    expect(await findViewer(ana.userId, 0)).toMatchObject({ userId: ana.userId, athleteId: ana.athleteId });
    await database().user.update({ where: { id: ana.userId }, data: { sessionVersion: 1 } });
    expect(await findViewer(ana.userId, 0)).toBeNull();
  });
});
