import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createToken, listTokens, mostTokens, revokeAllTokens, revokeToken, viewerOfToken } from "./api-tokens";
import { database } from "./database";
import { type RatePolicy, spendAs } from "./rate-limits";
import { addPerson, auditTrail, openTestDatabase } from "./testing";
import type { Viewer } from "./viewer";

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

const policy: RatePolicy = { name: "test", points: 1_000, seconds: 60 };
const holderOf = (token: string, now?: Date) => viewerOfToken(token, policy, now);

const make = async (viewer: Viewer) => {
  const made = await createToken(viewer, { name: "A program", scopes: ["read"], days: 30 });
  if (!made.ok) throw new Error(made.error);
  return made.value;
};

describe("a token", () => {
  it("is of 256 bits, known by its prefix, and stored nowhere", async () => {
    const person = await addPerson("Ana");
    const { token } = await make(person);
    expect(token).toMatch(/^marcha_[\w-]{43}$/);
    const rows = await database().$queryRaw<{ row: string }[]>`SELECT t::text AS row FROM "ApiToken" t`;
    expect(rows.some(({ row }) => row.includes(token) || row.includes(token.slice("marcha_".length)))).toBe(false);
    expect(await holderOf(token)).toMatchObject({ viewer: { userId: person.userId, athleteId: person.athleteId }, scopes: ["read"] });
  });

  it("ends when it is revoked, by its person alone, and that leaves a trace", async () => {
    const [person, other] = [await addPerson("Ana"), await addPerson("Eva")];
    const { id, token } = await make(person);
    expect(await revokeToken(other, id)).toBe(false);
    expect(await holderOf(token)).not.toBeNull();
    expect([await revokeToken(person, id), await revokeToken(person, id)]).toEqual([true, false]);
    expect(await holderOf(token)).toBeNull();
    const trail = await auditTrail({ actor: person.userId, target: id });
    expect(trail.map(({ action }) => action)).toEqual(["token.created", "token.revoked"]);
    expect(await listTokens(other)).toEqual([]);
    expect(await listTokens(person)).toMatchObject([{ id, state: "revoked" }]);
  });

  it("ends at its hour", async () => {
    const { token, expiresAt } = await make(await addPerson("Ana"));
    expect(await holderOf(token, new Date(expiresAt.getTime() - 1))).not.toBeNull();
    expect(await holderOf(token, expiresAt)).toBeNull();
  });

  it("ends with all others of its person, within a transaction or with it undone", async () => {
    const [person, other] = [await addPerson("Ana"), await addPerson("Eva")];
    const [one, two, others] = [await make(person), await make(person), await make(other)];
    const undone = database().$transaction(async (transaction) => {
      await revokeAllTokens(person, transaction);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await holderOf(one.token)).not.toBeNull();
    expect(await revokeAllTokens(person)).toBe(2);
    expect([await holderOf(one.token), await holderOf(two.token)]).toEqual([null, null]);
    expect(await holderOf(others.token)).not.toBeNull();
  });

  it("goes with its person", async () => {
    const person = await addPerson("Ana");
    const { token } = await make(person);
    await database().user.delete({ where: { id: person.userId } });
    expect(await holderOf(token)).toBeNull();
  });

  it.each(["", "marcha_", `marcha_${"a".repeat(42)}`, `Marcha_${"a".repeat(43)}`, `marcha_${"a".repeat(43)}\u0000`])(
    "is not %j",
    async (text) => {
      expect(await holderOf(text)).toBeNull();
    },
  );

  it("is one of so many, however many are asked for at once", async () => {
    const person = await addPerson("Ana");
    const made = await Promise.all(
      Array.from({ length: mostTokens + 3 }, () => createToken(person, { name: "A program", scopes: ["read"], days: 30 })),
    );
    expect(made.filter(({ ok }) => ok)).toHaveLength(mostTokens);
  });

  it("spends of its person's quota each time it is asked with, with whichever token, and of nobody's where it has ended", async () => {
    const person = await addPerson("Ana");
    const [one, two] = [await make(person), await make(person)];
    const tight = { ...policy, points: 3 };
    const left = async (token: string) => (await viewerOfToken(token, tight))?.spending;
    expect(await left(one.token)).toMatchObject({ allowed: true, remaining: 2 });
    expect(await left(two.token)).toMatchObject({ allowed: true, remaining: 1 });
    await revokeToken(person, two.id);
    expect(await left(two.token)).toBeUndefined();
    expect(await spendAs(person.userId, 1, tight)).toMatchObject({ allowed: true, remaining: 0 });
    expect(await left(one.token)).toMatchObject({ allowed: false, remaining: 0 });
  });

  it("spends nothing where its person took their consent to processing back", async () => {
    const person = await addPerson("Ana");
    const { token } = await make(person);
    await database().processingConsent.create({ data: { userId: person.userId, textVersion: "test", withdrawnAt: new Date() } });
    expect(await holderOf(token)).toBeNull();
    expect(await spendAs(person.userId, 1, policy)).toMatchObject({ remaining: policy.points - 1 });
  });

  it("says when it was used last", async () => {
    const person = await addPerson("Ana");
    const { token } = await make(person);
    const [first] = await listTokens(person);
    const at = new Date();
    await holderOf(token, at);
    await holderOf(token, new Date(at.getTime() + 1000));
    const [second] = await listTokens(person);
    expect([first?.lastUsedAt, second?.lastUsedAt]).toEqual([null, at]);
  });
});
