import { afterAll, beforeAll, expect, it } from "vitest";
import { database } from "@/lib/data/database";
import { addPerson, openTestDatabase } from "@/lib/data/testing";
import { signInThrottle } from "@/lib/data/throttle";
import { confirmsIdentity } from "./confirm";
import { hashPassword } from "./password";
import { signInWithPassword } from "./sign-in";

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

const password = "correct horse battery";
async function addMember() {
  const person = await addPerson("Ana");
  await database().user.update({ where: { id: person.userId }, data: { passwordHash: await hashPassword(password) } });
  return person;
}

it("who is signed in is asked apart from what strangers try with their address", async () => {
  const ana = await addMember();
  for (let count = 0; count < signInThrottle.limit; count++) await signInWithPassword({ email: ana.email, password: "wrong wrong" });
  expect(await confirmsIdentity(ana, password)).toBe(true);
});

it("a session gives no more tries at the password than the door does, and locks nobody out of it", async () => {
  const ana = await addMember();
  for (let count = 0; count < signInThrottle.limit; count++) expect(await confirmsIdentity(ana, "wrong wrong")).toBe(false);
  expect(await confirmsIdentity(ana, password)).toBe(false);
  expect(await signInWithPassword({ email: ana.email, password })).not.toBeNull();
});
