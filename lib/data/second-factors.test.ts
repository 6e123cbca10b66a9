import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changePassword } from "./account";
import { createToken, viewerOfToken } from "./api-tokens";
import { database } from "./database";
import { findPasskey, keepChallenge, takeChallenge } from "./passkey-challenges";
import * as factors from "./second-factors";
import { requireSecondFactor } from "./teams";
import { addPerson, addTeam, openTestDatabase } from "./testing";
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

const confirmed = async (who: Viewer, hashes: string[] = []) => {
  await factors.beginAuthenticator(who, "sealed");
  return factors.confirmAuthenticator(who, hashes);
};

describe("an authenticator app", () => {
  it("counts from its first right code on, and ends every session", async () => {
    await factors.beginAuthenticator(ana, "sealed");
    expect(await factors.needsSecondFactor(ana.userId)).toBe(false);
    const version = await factors.confirmAuthenticator(ana, ["one", "two"]);
    expect(await factors.needsSecondFactor(ana.userId)).toBe(true);
    expect(await findViewer(ana.userId, 0)).toBeNull();
    expect(await findViewer(ana.userId, version)).toMatchObject({ userId: ana.userId });
    expect(await factors.readSecondFactors(ana)).toMatchObject({ authenticator: true, recoveryCodesLeft: 2 });
  });

  it("is not replaced while it counts", async () => {
    await confirmed(ana);
    expect(await factors.beginAuthenticator(ana, "another")).toBe(false);
    expect((await factors.findAuthenticator(ana))?.sealedSecret).toBe("sealed");
  });

  it("takes each time step once, of many at once, and none before it", async () => {
    await confirmed(ana);
    const taken = await Promise.all(Array.from({ length: 8 }, () => factors.takeTimeStep(ana, 100)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await factors.takeTimeStep(ana, 99)).toBe(false);
    expect(await factors.takeTimeStep(ana, 101)).toBe(true);
  });
});

describe("recovery codes", () => {
  it("work once each, for their person", async () => {
    await confirmed(ana, ["one", "two"]);
    const other = await addPerson("Eva");
    expect(await factors.takeRecoveryCode(other, "one")).toBe(false);
    const taken = await Promise.all(Array.from({ length: 8 }, () => factors.takeRecoveryCode(ana, "one")));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it("go with the last factor, and not before", async () => {
    await confirmed(ana, ["one"]);
    await factors.addPasskey(ana, { name: "x", credentialId: "ana", publicKey: new Uint8Array(1), counter: 0, transports: [] }, ["more"]);
    await factors.removeAuthenticator(ana);
    expect((await factors.readSecondFactors(ana)).recoveryCodesLeft).toBe(1);
    const [passkey] = (await factors.readSecondFactors(ana)).passkeys;
    expect(await factors.removePasskey(await addPerson("Eva"), passkey?.id ?? "")).toBeNull();
    await factors.removePasskey(ana, passkey?.id ?? "");
    expect(await factors.readSecondFactors(ana)).toEqual({ authenticator: false, passkeys: [], recoveryCodesLeft: 0 });
    expect(await findPasskey("ana")).toBeNull();
  });

  it("go with sessions that were begun before: those end, and this one goes on", async () => {
    const version = await confirmed(ana, ["one"]);
    const after = await factors.removeAuthenticator(ana);
    expect(await findViewer(ana.userId, version)).toBeNull();
    expect(await findViewer(ana.userId, after ?? 0)).toMatchObject({ userId: ana.userId });
    expect(await factors.removeAuthenticator(ana)).toBeNull();
  });
});

describe("a challenge", () => {
  it("is answered once, by whom it was given to, in time", async () => {
    await keepChallenge("of-ana", ana.userId);
    expect(await takeChallenge("of-ana", null)).toBe(false);
    expect(await takeChallenge("of-ana", (await addPerson("Eva")).userId)).toBe(false);
    expect(await takeChallenge("of-ana", ana.userId)).toBe(true);
    expect(await takeChallenge("of-ana", ana.userId)).toBe(false);
    await database().passkeyChallenge.create({ data: { challenge: "late", expiresAt: new Date(Date.now() - 1) } });
    expect(await takeChallenge("late", null)).toBe(false);
  });
});

describe("a team that asks for a second factor", () => {
  it("closes to who works in it without one, to their sessions and programs, until they add one", async () => {
    const coach = await addPerson("Coach");
    const owner = await addPerson("Owner");
    const teamId = await addTeam([
      { viewer: owner, role: "owner" },
      { viewer: coach, role: "coach" },
    ]);
    const token = await createToken(coach, { name: "x", scopes: ["read"], days: 30 });
    const secret = token.ok ? token.value.token : "";
    expect(await requireSecondFactor(owner, teamId, true)).toEqual({ ok: false, error: "no_factor" });
    await confirmed(owner);
    expect(await requireSecondFactor(coach, teamId, false)).toEqual({ ok: false, error: "not_found" });
    expect((await requireSecondFactor(owner, teamId, true)).ok).toBe(true);
    expect(await findViewer(coach.userId, 0)).toMatchObject({ unprotected: true });
    expect(await viewerOfToken(secret, { name: "test", points: 10, seconds: 60 })).toBeNull();
    const version = await confirmed(coach);
    expect(await findViewer(coach.userId, version)).not.toHaveProperty("unprotected");
    expect(await viewerOfToken(secret, { name: "test", points: 10, seconds: 60 })).not.toBeNull();
  });

  it("asks nothing of its athletes", async () => {
    const owner = await addPerson("Owner");
    await confirmed(owner);
    await requireSecondFactor(owner, await addTeam([{ viewer: owner, role: "owner" }]), true);
    expect(await findViewer(ana.userId, 0)).not.toHaveProperty("unprotected");
  });
});

it("a new password ends a session that owes its second factor as well", async () => {
  const version = await confirmed(ana);
  await changePassword(ana, "hash");
  expect(await findViewer(ana.userId, version)).toBeNull();
});
