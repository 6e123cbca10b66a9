import { afterAll, beforeAll, expect, test } from "vitest";
import { issueReset, issueVerification, linkStands, resetPassword, verifyAddress } from "./account-links";
import { database } from "./database";
import { addPerson, openTestDatabase } from "./testing";
import { findViewer } from "./users";

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

const resetOf = async (email: string) => {
  const link = await issueReset(email);
  if (!link) throw new Error("no link");
  return link.token;
};

test("a link is kept as a hash alone, and looking at it does not use it up", async () => {
  const ana = await addPerson("Ana");
  const token = await resetOf(ana.email);
  expect(JSON.stringify(await database().accountLink.findMany())).not.toContain(token);
  expect([await linkStands(token, "reset"), await linkStands(token, "reset")]).toEqual([true, true]);
  expect(await linkStands(token, "verify")).toBe(false);
  expect(await issueReset("nobody@example.org")).toBeNull();
});

test("of many at once a link sets one password, and ends sessions and tokens", async () => {
  const ana = await addPerson("Ana");
  await database().apiToken.create({
    data: { userId: ana.userId, name: "t", tokenHash: ana.userId, scopes: [], expiresAt: new Date(Date.now() + 60_000) },
  });
  const token = await resetOf(ana.email);
  const outcomes = await Promise.all(["one", "two", "three"].map((hash) => resetPassword(token, hash)));
  expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1);
  expect(await findViewer(ana.userId, 0)).toBeNull();
  expect(await findViewer(ana.userId, 1)).toMatchObject({ userId: ana.userId });
  expect(await database().apiToken.count({ where: { userId: ana.userId, revokedAt: null } })).toBe(0);
  expect(await resetPassword(token, "again")).toBeNull();
});

test("the newest link alone counts, and none after its time", async () => {
  const ana = await addPerson("Ana");
  const [first, second] = [await resetOf(ana.email), await resetOf(ana.email)];
  expect([await linkStands(first, "reset"), await linkStands(second, "reset")]).toEqual([false, true]);
  await database().accountLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
  expect(await resetPassword(second, "late")).toBeNull();
});

test("an address is verified, or becomes another, unless somebody has it", async () => {
  const [ana, eva] = [await addPerson("Ana"), await addPerson("Eva")];
  expect(await verifyAddress((await issueVerification(ana, ana.email)).token)).toEqual({ ok: true, value: { former: null, locale: null } });
  const taken = await issueVerification(ana, eva.email);
  expect(await verifyAddress(taken.token)).toEqual({ ok: false, error: "email_taken" });
  const fresh = `new-${ana.email}`;
  expect(await verifyAddress((await issueVerification(ana, fresh)).token)).toEqual({
    ok: true,
    value: { former: ana.email, locale: null },
  });
  expect(await database().user.findUniqueOrThrow({ where: { id: ana.userId } })).toMatchObject({ email: fresh });
  expect(await verifyAddress("nonsense")).toEqual({ ok: false, error: "not_found" });
});
