import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readOwnAthlete } from "./athletes";
import { database } from "./database";
import { addPerson, auditTrail, openTestDatabase } from "./testing";
import { accountOfGoogle, chooseUnits, completeProfile, createAccount, findViewer } from "./users";

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

const profile = { name: "Ana", birthDate: "1982-05-17", sex: "female", consentTextVersion: "2026-11" } as const;
const account = (email: string) => ({ ...profile, email, passwordHash: "hash" });

describe("createAccount", () => {
  it("stores the person, their consent with its version and their own record", async () => {
    const made = await createAccount(account("ana@example.org"));
    if (!made.ok) throw new Error(made.error);
    const viewer = await findViewer(made.value.userId, 0);
    if (!viewer) throw new Error("no viewer");
    expect(await readOwnAthlete(viewer)).toMatchObject({ name: "Ana", birthDate: "1982-05-17", sex: "female" });
    expect(await database().processingConsent.findMany({ where: { userId: viewer.userId } })).toMatchObject([{ textVersion: "2026-11" }]);
  });

  it("makes one account of an address, however many ask at once", async () => {
    const results = await Promise.all(Array.from({ length: 4 }, () => createAccount(account("twice@example.org"))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database().athlete.count({ where: { user: { email: "twice@example.org" } } })).toBe(1);
  });

  it("leaves no account behind where the record cannot be written", async () => {
    await expect(createAccount({ ...account("half@example.org"), birthDate: "1800-01-01" })).rejects.toThrow();
    expect(await database().user.count({ where: { email: "half@example.org" } })).toBe(0);
  });
});

describe("Google", () => {
  it("finds the same account again, and never takes over one that has a password", async () => {
    const google = { subject: "g-1", email: "gus@example.org", name: "Gus" };
    const first = await accountOfGoogle(google);
    expect(await accountOfGoogle({ ...google, email: "renamed@example.org" })).toEqual(first);
    await createAccount(account("owner@example.org"));
    expect(await accountOfGoogle({ subject: "g-2", email: "owner@example.org", name: "X" })).toEqual({ ok: false, error: "email_taken" });
  });

  it("makes one account of first sign-ins at once, with its trace", async () => {
    const google = { subject: "g-twice", email: "two@example.org", name: "Two" };
    const results = await Promise.all(Array.from({ length: 4 }, () => accountOfGoogle(google)));
    const ids = new Set(results.map((result) => (result.ok ? result.value.userId : result.error)));
    expect(ids.size).toBe(1);
    const [userId = ""] = ids;
    expect(await auditTrail({ subject: userId })).toMatchObject([{ actor: userId, action: "account.created" }]);
  });

  it("asks once for birth date, sex and consent", async () => {
    const made = await accountOfGoogle({ subject: "g-3", email: "new@example.org", name: "New" });
    if (!made.ok) throw new Error(made.error);
    const viewer = await findViewer(made.value.userId, 0);
    if (!viewer) throw new Error("no viewer");
    expect(viewer.athleteId).toBeNull();
    const [one, other] = await Promise.all([completeProfile(viewer, profile), completeProfile(viewer, profile)]);
    expect([one.ok, other.ok].filter(Boolean)).toHaveLength(1);
    expect(await database().processingConsent.count({ where: { userId: viewer.userId } })).toBe(1);
  });
});

describe("units", () => {
  it("are metric until chosen, and each person's own", async () => {
    const [ana, bea] = await Promise.all([addPerson("Ana"), addPerson("Bea")]);
    await chooseUnits(ana, { speed: "min/km", height: "ft", mass: "lb", length: "ft" });
    expect((await findViewer(ana.userId, 0))?.units.speed).toBe("min/km");
    expect((await findViewer(bea.userId, 0))?.units.speed).toBe("m/s");
  });
});
