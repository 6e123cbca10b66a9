import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { database } from "@/lib/data/database";
import { addPerson, openTestDatabase } from "@/lib/data/testing";
import { signInThrottle } from "@/lib/data/throttle";
import { newSession } from "./claims";
import { confirmIdentity } from "./confirm";
import { hashPassword } from "./password";
import { signInWithPassword } from "./sign-in";
import { sessionClaims } from "./viewer";

vi.mock(import("./viewer"), () => ({ sessionClaims: vi.fn() }));

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
  expect(await confirmIdentity(ana, password)).toBe("confirmed");
});

it("a session gives no more tries at the password than the door does, and locks nobody out of it", async () => {
  const ana = await addMember();
  for (let count = 0; count < signInThrottle.limit; count++) expect(await confirmIdentity(ana, "wrong wrong")).toBe("wrong");
  expect(await confirmIdentity(ana, password)).toBe("wrong");
  expect(await signInWithPassword({ email: ana.email, password })).not.toBeNull();
});

it("who has no password shows it by a session that was begun just now, not by an address that stands on the page", async () => {
  const google = await addPerson("Gema");
  const session = newSession({ userId: google.userId, sessionVersion: 0 }, { means: "google" });
  vi.mocked(sessionClaims).mockResolvedValue({ ...session, startedAt: Date.now() - 11 * 60_000 });
  expect(await confirmIdentity(google, google.email)).toBe("signInAgain");
  vi.mocked(sessionClaims).mockResolvedValue({ ...session, startedAt: Date.now() - 9 * 60_000 });
  expect(await confirmIdentity(google, google.email)).toBe("confirmed");
  expect(await confirmIdentity(google, "somebody@example.org")).toBe("wrong");
  vi.mocked(sessionClaims).mockResolvedValue(null);
  expect(await confirmIdentity(google, google.email)).toBe("signInAgain");
});
