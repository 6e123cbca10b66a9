import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { database } from "./database";
import { completeSignUp, findSignUp, keepSignUp } from "./pending-sign-ups";
import { openTestDatabase } from "./testing";
import { findCredentials } from "./users";

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

const signUpOf = (email: string, passwordHash = "hash") => ({
  email,
  passwordHash,
  name: "Ana",
  birthDate: "1986-03-07",
  sex: "female" as const,
  consentTextVersion: "test",
  locale: "es",
});
const newAddress = () => `${randomUUID()}@example.org`;

it("makes no account before the link is used, and then a confirmed one, once", async () => {
  const email = newAddress();
  const token = (await keepSignUp(signUpOf(email))) ?? "";
  expect(await findCredentials(email)).toBeNull();
  expect(await findSignUp(token)).toEqual({ name: "Ana", email, passwordHash: "hash" });
  const made = await completeSignUp(token);
  expect(made.ok).toBe(true);
  expect(await database().user.findUnique({ where: { email } })).toMatchObject({ emailVerifiedAt: expect.any(Date), locale: "es" });
  expect(await completeSignUp(token)).toEqual({ ok: false, error: "not_found" });
});

it("keeps sign-ups of one address apart: who was first decides nothing, and the account ends the others", async () => {
  const email = newAddress();
  const theirs = (await keepSignUp(signUpOf(email, "an attacker's"))) ?? "";
  const mine = (await keepSignUp(signUpOf(email, "mine"))) ?? "";
  await completeSignUp(mine);
  expect((await findCredentials(email))?.passwordHash).toBe("mine");
  expect(await findSignUp(theirs)).toBeNull();
  expect(await keepSignUp(signUpOf(email))).toBeNull();
});

it("is over after a day", async () => {
  const token = (await keepSignUp(signUpOf(newAddress()))) ?? "";
  await database().pendingSignUp.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
  expect(await findSignUp(token)).toBeNull();
  expect((await completeSignUp(token)).ok).toBe(false);
});
