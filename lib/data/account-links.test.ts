import { afterAll, beforeAll, expect, test } from "vitest";
import { changePassword, endAllSessions } from "./account";
import { issueReset, issueVerification, resetPassword, resetStands, verificationStands, verifyAddress } from "./account-links";
import { database } from "./database";
import { addPerson, openTestDatabase } from "./testing";
import { findViewer } from "./users";
import type { Viewer } from "./viewer";

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
  expect([await resetStands(token), await resetStands(token)]).toEqual([true, true]);
  expect(await verificationStands(ana, token)).toBe(false);
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
  expect([await resetStands(first), await resetStands(second)]).toEqual([false, true]);
  await database().accountLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
  expect(await resetPassword(second, "late")).toBeNull();
});

test("an address is verified, or becomes another, unless somebody has it", async () => {
  const [ana, eva] = [await addPerson("Ana"), await addPerson("Eva")];
  const own = await issueVerification(ana, ana.email);
  expect(await verifyAddress(ana, own.token)).toEqual({ ok: true, value: { former: null, locale: null } });
  const taken = await issueVerification(ana, eva.email);
  expect(await verifyAddress(ana, taken.token)).toEqual({ ok: false, error: "email_taken" });
  const fresh = `new-${ana.email}`;
  expect(await verifyAddress(ana, (await issueVerification(ana, fresh)).token)).toEqual({
    ok: true,
    value: { former: ana.email, locale: null },
  });
  expect(await database().user.findUniqueOrThrow({ where: { id: ana.userId } })).toMatchObject({ email: fresh });
  expect(await verifyAddress(ana, "nonsense")).toEqual({ ok: false, error: "not_found" });
});

test("a link confirms the address of who asked for it, and of nobody else who opens it", async () => {
  const [ana, eva] = [await addPerson("Ana"), await addPerson("Eva")];
  const { token } = await issueVerification(ana, `new-${ana.email}`);
  expect(await verificationStands(eva, token)).toBe(false);
  expect(await verifyAddress(eva, token)).toEqual({ ok: false, error: "not_found" });
  expect(await verificationStands(ana, token)).toBe(true);
});

test.each([
  ["a new password by a link", async (_ana: Viewer, reset: string) => void (await resetPassword(reset, "hash"))],
  ["a new password", (ana: Viewer) => changePassword(ana, "hash")],
  ["signing out everywhere", endAllSessions],
])("%s ends the links that were sent before, whoever asked for them", async (_name, recover) => {
  const ana = await addPerson("Ana");
  const [reset, { token }] = [await resetOf(ana.email), await issueVerification(ana, "thief@example.org")];
  await recover(ana, reset);
  expect(await resetStands(reset)).toBe(false);
  expect(await verifyAddress(ana, token)).toEqual({ ok: false, error: "not_found" });
  expect(await database().user.findUniqueOrThrow({ where: { id: ana.userId } })).toMatchObject({ email: ana.email });
});

test("another address ends the link to a new password that lies in the former one's letters", async () => {
  const ana = await addPerson("Ana");
  const [reset, { token }] = [await resetOf(ana.email), await issueVerification(ana, `new-${ana.email}`)];
  expect((await verifyAddress(ana, token)).ok).toBe(true);
  expect(await resetPassword(reset, "hash")).toBeNull();
});
