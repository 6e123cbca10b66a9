import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase } from "@/lib/data/testing";
import { mayTry } from "./limits";

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await openTestDatabase());
});
afterAll(() => close());

it("one client tries to sign in sixty times in a quarter of an hour, of many at once too, and another meanwhile", async () => {
  const [one, other] = [randomUUID(), randomUUID()];
  const tries = await Promise.all(Array.from({ length: 64 }, () => mayTry("signIn", one)));
  expect(tries.filter(Boolean)).toHaveLength(60);
  expect(await mayTry("signIn", other)).toBe(true);
  // What is counted of one thing is not counted of another.
  expect(await mayTry("passkey", one)).toBe(true);
});
